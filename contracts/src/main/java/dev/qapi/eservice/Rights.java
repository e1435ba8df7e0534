package dev.qapi.eservice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What whoever calls may do: a parameter of a route, never read from what they send.
 *
 * @param caller what they are called as
 * @param client which portal it is, if it is one
 * @param scopes what its token lets it do, in order
 * @param routes what they may call, in order, each as method and path
 */
public record Rights(Caller caller, @Nullable String client, List<String> scopes, List<String> routes) {}
