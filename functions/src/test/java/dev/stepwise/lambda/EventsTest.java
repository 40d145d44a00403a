package dev.stepwise.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import dev.stepwise.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The events as AWS documents them, cut to what their pages show. */
class EventsTest {
  /**
   * docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
   */
  private static final String HTTP =
      """
      {"version":"2.0","routeKey":"$default","rawPath":"/path/to/resource",
       "rawQueryString":"parameter1=value1&parameter1=value2&parameter2=value",
       "cookies":["cookie1","cookie2"],
       "headers":{"header1":"value1","header2":"value1,value2"},
       "queryStringParameters":{"parameter1":"value1,value2","parameter2":"value"},
       "requestContext":{"accountId":"123456789012","apiId":"api-id",
        "authentication":{"clientCert":{"clientCertPem":"CERT_CONTENT",
         "subjectDN":"www.example.com","issuerDN":"Example issuer","serialNumber":"a1:a1",
         "validity":{"notBefore":"May 28 12:30:02 2019 GMT","notAfter":"Aug  5 09:36:04 2021 GMT"}}},
        "authorizer":{"jwt":{"claims":{"claim1":"value1","cognito:groups":"[a b]"},
         "scopes":["scope1","scope2"]}},
        "domainName":"id.execute-api.us-east-1.amazonaws.com","domainPrefix":"id",
        "http":{"method":"POST","path":"/path/to/resource","protocol":"HTTP/1.1",
         "sourceIp":"192.168.0.1","userAgent":"agent"},
        "requestId":"id","routeKey":"$default","stage":"$default",
        "time":"12/Mar/2020:19:03:58 +0000","timeEpoch":1583348638390},
       "body":"Hello from Lambda","pathParameters":{"parameter1":"value1"},
       "isBase64Encoded":false,"stageVariables":{"stageVariable1":"value1"}}
      """;

  /** docs.aws.amazon.com/lambda/latest/dg/with-sqs.html */
  private static final String SQS =
      """
      {"Records":[{"messageId":"059f36b4-87a3-44ab-83d2-661975830a7d",
        "receiptHandle":"AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a...","body":"Test message.",
        "attributes":{"ApproximateReceiveCount":"3","SentTimestamp":"1545082649183",
         "SenderId":"AIDAIENQZJOLO23YVJ4VO","ApproximateFirstReceiveTimestamp":"1545082649185"},
        "messageAttributes":{"myAttribute":{"stringValue":"myValue","stringListValues":[],
         "binaryListValues":[],"dataType":"String"}},
        "md5OfBody":"e4e68fb7bd0e697a0ae8f1bb342846b3","eventSource":"aws:sqs",
        "eventSourceARN":"arn:aws:sqs:us-east-2:123456789012:my-queue","awsRegion":"us-east-2"}]}
      """;

  @Test
  void an_http_request_is_read_as_documented() {
    APIGatewayV2HTTPEvent event = Events.http(HTTP.getBytes(StandardCharsets.UTF_8));

    assertThat(event.getRouteKey()).isEqualTo("$default");
    assertThat(event.getHeaders()).containsEntry("header2", "value1,value2");
    assertThat(event.getPathParameters()).isEqualTo(Map.of("parameter1", "value1"));
    assertThat(event.getQueryStringParameters()).containsEntry("parameter2", "value");
    assertThat(event.getBody()).isEqualTo("Hello from Lambda");
    assertThat(event.getIsBase64Encoded()).isFalse();
    assertThat(event.getRequestContext().getAuthorizer().getJwt().getClaims())
        .containsEntry("cognito:groups", "[a b]");
  }

  @Test
  void a_queue_message_is_read_as_documented() {
    Events.Message message = Events.sqs(SQS.getBytes(StandardCharsets.UTF_8)).records().getFirst();

    assertThat(message.messageId()).isEqualTo("059f36b4-87a3-44ab-83d2-661975830a7d");
    assertThat(message.body()).isEqualTo("Test message.");
    assertThat(message.receives()).isEqualTo(3);
  }

  @Test
  void the_greeting_of_a_new_topic_is_no_event() {
    String greeting =
        Json.write(
            Map.of("Message", "Successfully validated SNS topic for Amazon SES event publishing."));

    assertThat(Events.ses(greeting)).isEmpty();
  }

  @Test
  void failures_are_written_as_sqs_reads_them() {
    byte[] answer = Events.sqs(new SQSBatchResponse(List.of(new BatchItemFailure("id2"))));

    assertThat(new String(answer, StandardCharsets.UTF_8))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"id2\"}]}");
  }
}
