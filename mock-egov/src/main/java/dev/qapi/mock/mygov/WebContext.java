package dev.qapi.mock.mygov;

import jakarta.servlet.Filter;
import org.apache.catalina.Context;
import org.apache.catalina.Manager;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.session.StandardManager;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.apache.tomcat.util.http.CookieProcessor;
import org.apache.tomcat.util.http.Rfc6265CookieProcessor;

/** The one web application of {@link WebServer}: no folder, no class of its own, sessions in memory only. */
final class WebContext {

    /** Cookies do not tell ports apart: another server of this host may have a session of its own. */
    private static final String SESSION = "MYGOV_SESSION";

    private WebContext() {}

    static Context in(Tomcat tomcat) {
        var context = (StandardContext) tomcat.addContext("", null);
        context.setParentClassLoader(WebContext.class.getClassLoader());
        context.setWorkDir(System.getProperty("java.io.tmpdir"));
        context.setClearReferencesThreadLocals(false);
        context.setClearReferencesRmiTargets(false);
        context.setManager(sessions());
        context.setSessionCookieName(SESSION);
        context.setCookieProcessor(cookies());
        tomcat.getHost().getPipeline().addValve(errors());
        return context;
    }

    private static Manager sessions() {
        var sessions = new StandardManager();
        sessions.setPathname("");
        return sessions;
    }

    private static CookieProcessor cookies() {
        var cookies = new Rfc6265CookieProcessor();
        cookies.setSameSiteCookies("lax");
        return cookies;
    }

    private static ErrorReportValve errors() {
        var errors = new ErrorReportValve();
        errors.setShowReport(false);
        errors.setShowServerInfo(false);
        return errors;
    }

    /** Every request passes it. */
    static void filter(Context context, Filter filter) {
        var definition = new FilterDef();
        var name = filter.getClass().getName();
        definition.setFilterName(name);
        definition.setFilter(filter);
        context.addFilterDef(definition);
        var map = new FilterMap();
        map.setFilterName(name);
        map.addURLPattern("/*");
        context.addFilterMap(map);
    }
}
