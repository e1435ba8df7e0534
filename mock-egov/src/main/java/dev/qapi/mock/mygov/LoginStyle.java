package dev.qapi.mock.mygov;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The login page's style sheet, a file of its own so that the page may forbid every other style. */
final class LoginStyle extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String SHEET = Resource.text("login.css");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/css;charset=UTF-8");
        response.getWriter().write(SHEET);
    }
}
