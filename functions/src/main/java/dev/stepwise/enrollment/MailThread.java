package dev.stepwise.enrollment;

/** The thread that is open: the step whose mail began it, and that mail's subject. */
public record MailThread(int root, String subject) {}
