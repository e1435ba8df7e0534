package dev.qapi.eservice;

/**
 * Who wants to hear of something: a person, a company or a portal. A parameter of a route, never read from what they send.
 *
 * @param name what tells them from others, never who they are
 * @param most how many subscriptions of one kind they may have
 */
public record Subscriber(String name, int most) {}
