package dev.stepwise.usecase;

import dev.stepwise.enrollment.Dossier;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.Plan;

/** An enrollment with its people and its plan. */
public record CaseFile(Enrollment enrollment, Dossier dossier, Plan plan) {}
