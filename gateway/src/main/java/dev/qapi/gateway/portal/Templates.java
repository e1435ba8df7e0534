package dev.qapi.gateway.portal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.cache.AlwaysValidCacheEntryValidity;
import org.thymeleaf.cache.ICacheEntryValidity;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.AbstractTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;
import org.thymeleaf.templateresource.StringTemplateResource;

/**
 * Every template on the class path, the e-services' own among them, read once and at the start: a page is rendered on an
 * event loop, and an event loop reads no files.
 */
@Component("defaultTemplateResolver")
class Templates extends AbstractTemplateResolver {

    private static final String ROOT = "templates/";
    private static final String SUFFIX = ".html";

    private final Map<String, String> texts = new HashMap<>();

    Templates() throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath*:" + ROOT + "**/*" + SUFFIX);
        for (var file : files) {
            var path = file.getURL().getPath();
            var name =
                    path.substring(path.lastIndexOf("/" + ROOT) + 1 + ROOT.length(), path.length() - SUFFIX.length());
            texts.put(name, file.getContentAsString(StandardCharsets.UTF_8));
        }
    }

    boolean has(String name) {
        return texts.containsKey(name);
    }

    @Override
    protected boolean computeResolvable(
            IEngineConfiguration configuration,
            @Nullable String owner,
            String template,
            @Nullable Map<String, Object> attributes) {
        return has(template);
    }

    @Override
    protected ITemplateResource computeTemplateResource(
            IEngineConfiguration configuration,
            @Nullable String owner,
            String template,
            @Nullable Map<String, Object> attributes) {
        return new StringTemplateResource(texts.getOrDefault(template, ""));
    }

    @Override
    protected TemplateMode computeTemplateMode(
            IEngineConfiguration configuration,
            @Nullable String owner,
            String template,
            @Nullable Map<String, Object> attributes) {
        return TemplateMode.HTML;
    }

    @Override
    protected ICacheEntryValidity computeValidity(
            IEngineConfiguration configuration,
            @Nullable String owner,
            String template,
            @Nullable Map<String, Object> attributes) {
        return AlwaysValidCacheEntryValidity.INSTANCE;
    }
}
