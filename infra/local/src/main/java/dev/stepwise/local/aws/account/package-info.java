/** What AWS tells of the account and the stack in it: what a person looks at, functions do not. */
@NullMarked
package dev.stepwise.local.aws.account;

import org.jspecify.annotations.NullMarked;
