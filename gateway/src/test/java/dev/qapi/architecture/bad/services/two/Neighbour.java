package dev.qapi.architecture.bad.services.two;

/** Known next door. */
public class Neighbour {}
