package dev.qapi.services.labourforecasts;

/** A section of NACE Rev. 2, the classification of economic activities by which the quota is approved. */
enum Activity {
    A,
    B,
    C,
    D,
    E,
    F,
    G,
    H,
    I,
    J,
    K,
    L,
    M,
    N,
    O,
    P,
    Q,
    R,
    S,
    T,
    U
}
