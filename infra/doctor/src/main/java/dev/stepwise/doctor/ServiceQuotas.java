package dev.stepwise.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.endpoint.AwsClientEndpointProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.regions.Region;

/**
 * The two calls to Service Quotas that we make (of its API reference; AWS JSON 1.1), by the SDK's
 * own signer, credentials and endpoints: its client cannot be had everywhere.
 */
record ServiceQuotas(Region region, SdkHttpClient http, DefaultCredentialsProvider credentials)
    implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SERVICE = "servicequotas";

  static ServiceQuotas create(Region region) {
    return new ServiceQuotas(
        region, UrlConnectionHttpClient.create(), DefaultCredentialsProvider.builder().build());
  }

  /**
   * The quotas that a service has in this account and Region, as they are told. What was never
   * raised may be told among the defaults alone.
   */
  Collection<JsonNode> of(String service) {
    Map<String, JsonNode> byCode = new LinkedHashMap<>();
    for (String list : List.of("ListAWSDefaultServiceQuotas", "ListServiceQuotas")) {
      all(list, service).forEach(quota -> byCode.put(quota.path("QuotaCode").asText(), quota));
    }
    return byCode.values();
  }

  private List<JsonNode> all(String operation, String service) {
    List<JsonNode> quotas = new ArrayList<>();
    ObjectNode ask = JSON.createObjectNode().put("ServiceCode", service);
    JsonNode page;
    do {
      page = call(operation, ask.toString());
      page.path("Quotas").forEach(quotas::add);
      ask.set("NextToken", page.path("NextToken"));
    } while (page.hasNonNull("NextToken"));
    return quotas;
  }

  @Override
  public void close() {
    http.close();
    credentials.close();
  }

  private JsonNode call(String operation, String body) {
    var signed =
        AwsV4HttpSigner.create()
            .sign(r ->
                r.identity(credentials.resolveCredentials())
                    .request(request(operation))
                    .payload(ContentStreamProvider.fromUtf8String(body))
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                    .putProperty(AwsV4HttpSigner.REGION_NAME, region.id()));
    HttpExecuteRequest.Builder request = HttpExecuteRequest.builder().request(signed.request());
    signed.payload().ifPresent(request::contentStreamProvider);
    try {
      return read(http.prepareRequest(request.build()).call());
    } catch (IOException e) {
      throw SdkClientException.create("Service Quotas does not answer", e);
    }
  }

  private SdkHttpRequest request(String operation) {
    return SdkHttpRequest.builder()
        .method(SdkHttpMethod.POST)
        .uri(endpoint())
        .putHeader("Content-Type", "application/x-amz-json-1.1")
        .putHeader("X-Amz-Target", "ServiceQuotasV20190624." + operation)
        .build();
  }

  /** What the SDK's own clients go by: its variables, properties and profiles, else the Region. */
  URI endpoint() {
    return AwsClientEndpointProvider.builder()
        .serviceEndpointOverrideEnvironmentVariable("AWS_ENDPOINT_URL_SERVICE_QUOTAS")
        .serviceEndpointOverrideSystemProperty("aws.endpointUrlServiceQuotas")
        .serviceProfileProperty("service_quotas")
        .profileFile(ProfileFile::defaultProfileFile)
        .profileName(ProfileFileSystemSetting.AWS_PROFILE.getStringValueOrThrow())
        .serviceEndpointPrefix(SERVICE)
        .defaultProtocol("https")
        .region(region)
        .build()
        .clientEndpoint();
  }

  private static JsonNode read(HttpExecuteResponse answer) throws IOException {
    try (InputStream body = answer.responseBody().orElseThrow(() -> new IOException("no body"))) {
      JsonNode told = JSON.readTree(body);
      if (answer.httpResponse().isSuccessful()) {
        return told;
      }
      String code = told.path("__type").asText().replaceFirst("^.*#", "");
      throw AwsServiceException.builder()
          .message(code)
          .statusCode(answer.httpResponse().statusCode())
          .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
          .build();
    }
  }
}
