package dev.stepwise.local.aws.http;

/** The wire side of one service. */
public interface Service {

  /** The service's name, as the contract of faults and endpoints spells it. */
  String name();

  /** The API's own name of the operation that a call asks for; empty for one we do not know. */
  String operation(Call call);

  /** Does what is asked for. Refusals are thrown. */
  Answer handle(String operation, Call call) throws Refusal;

  /** A refusal in the service's own shape. */
  Answer refused(Refusal refusal);

  /** The refusal by which this service tells its callers to slow down. */
  Refusal throttled();
}
