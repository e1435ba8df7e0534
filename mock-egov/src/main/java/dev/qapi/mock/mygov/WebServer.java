package dev.qapi.mock.mygov;

import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardServer;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.webresources.TomcatURLStreamHandlerFactory;
import org.apache.tomcat.util.modeler.Registry;

/**
 * A small Tomcat on the loopback interface: it keeps no process alive, writes no file, and leaves alone what a JVM has
 * once only (URL handlers, MBeans). First it takes its port, so that the issuer is known; then it serves.
 */
final class WebServer implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    private final Tomcat tomcat;
    private final Connector connector;
    private final Context context;
    private final int port;

    private WebServer(Tomcat tomcat, Connector connector, Context context) {
        this.tomcat = tomcat;
        this.connector = connector;
        this.context = context;
        this.port = connector.getLocalPort();
    }

    /** @throws MyGovPortInUse if something else listens there */
    static WebServer bind(int port) {
        TomcatURLStreamHandlerFactory.disable();
        Registry.disableRegistry();
        var tomcat = new Tomcat();
        tomcat.setSilent(true);
        tomcat.setBaseDir(System.getProperty("java.io.tmpdir"));
        var connector = connector(port);
        tomcat.setConnector(connector);
        ((StandardServer) tomcat.getServer()).setUtilityThreadsAsDaemon(true);
        var context = WebContext.in(tomcat);
        try {
            tomcat.init();
        } catch (LifecycleException e) {
            stop(tomcat);
            throw new MyGovPortInUse(port, e);
        }
        return new WebServer(tomcat, connector, context);
    }

    private static Connector connector(int port) {
        var connector = new Connector();
        connector.setPort(port);
        connector.setThrowOnFailure(true);
        connector.setProperty("address", LOOPBACK);
        connector.setProperty("useVirtualThreads", "true");
        return connector;
    }

    int port() {
        return port;
    }

    /**
     * Redirects lead to the address that clients see, whatever {@code Host} says.
     *
     * @param filters in the order that a request passes them
     * @param servlets by their paths
     */
    void serve(URI address, List<Filter> filters, Map<String, Servlet> servlets) {
        connector.setScheme(address.getScheme());
        connector.setProxyName(address.getHost());
        connector.setProxyPort(
                address.getPort() < 0 ? (address.getScheme().equals("https") ? 443 : 80) : address.getPort());
        filters.forEach(filter -> WebContext.filter(context, filter));
        servlets.forEach((path, servlet) -> {
            Tomcat.addServlet(context, path, servlet);
            context.addServletMappingDecoded(path, path);
        });
        try {
            tomcat.start();
        } catch (LifecycleException e) {
            close();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        stop(tomcat);
    }

    private static void stop(Tomcat tomcat) {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }
}
