/**
 * One contact on one version of one sequence: its states, its timeline, and every move between
 * them.
 */
@NullMarked
package dev.stepwise.enrollment;

import org.jspecify.annotations.NullMarked;
