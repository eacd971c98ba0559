using System.Net;
using System.Reflection;
using Newtonsoft.Json.Linq;
using Vonage.Core;
using Vonage.IdentityInsights;
using Vonage.LocationRetrieval;
using Vonage.NumberVerification;
using Vonage.Redact;
using Vonage.SimSwap;
using Vonage.Simulation;
using Vonage.Sms;

namespace Vonage.Contract.Tests.Apis;

#pragma warning disable CS0618 // Deprecated, and still to be had.

/// <summary>What the APIs of mobile networks do beside one request and one reply: tokens, logins, and the rules for what is asked.</summary>
public class NetworkTests : SimulatedApi
{
    private const string Number = "447700900000";
    private static readonly Uri Redirect = new("https://example.com/callback");

    [Test]
    public async Task One_token_serves_all_checks_of_a_number_and_each_purpose_has_its_own()
    {
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Vonage.SimSwap.CheckAsync(new("+44 7700 900000"))));
        await Vonage.SimSwap.CheckAsync(new("447700900001"));
        await Vonage.SimSwap.RetrieveDateAsync(new(Number));
        Assert.That(Asked("sim-swap.authorize").Select(request => $"{request.Form!["login_hint"]} {request.Form["scope"]}").Order(StringComparer.Ordinal), Is.EqualTo(
        [
            "tel:+447700900000 openid dpv:FraudPreventionAndDetection#check-sim-swap",
            "tel:+447700900000 openid dpv:FraudPreventionAndDetection#retrieve-sim-swap-date",
            "tel:+447700900001 openid dpv:FraudPreventionAndDetection#check-sim-swap",
        ]));
        Assert.That(Asked("sim-swap.getToken"), Has.Count.EqualTo(3));
    }

    [Test]
    public async Task A_swap_counts_within_its_period()
    {
        var swapped = DateTimeOffset.UtcNow.AddHours(-30);
        Simulator.SetSimSwap("+44 7700 900000", swapped);
        Assert.That((await Vonage.SimSwap.CheckAsync(new(Number))).Swapped, Is.True);
        Assert.That((await Vonage.SimSwap.CheckAsync(new(Number) { MaxAge = TimeSpan.FromHours(24) })).Swapped, Is.False);
        Assert.That((await Vonage.SimSwap.RetrieveDateAsync(new(Number))).LatestSimChange, Is.EqualTo(swapped));
        Assert.That((await Vonage.SimSwap.RetrieveDateAsync(new("447700900001"))).LatestSimChange, Is.Null);
        var insight = (await Vonage.IdentityInsights.GetInsightsAsync(new(Number, new() { SimSwap = new() { Period = TimeSpan.FromHours(31) } }) { Purpose = "FraudPreventionAndDetection" })).Insights!;
        Assert.That((insight.SimSwap?.IsSwapped, insight.SimSwap?.LatestSimSwapAt, insight.Format), Is.EqualTo(((bool?)true, (DateTimeOffset?)swapped, (FormatInsight?)null)));
        var error = await Assert.ThrowsAsync<InvalidRequestException>(() => Vonage.SimSwap.CheckAsync(new(Number) { MaxAge = TimeSpan.FromHours(2401) }));
        Assert.That(error!.Message, Is.EqualTo("SimSwap.check: maxAge must be 1 to 2400 hours, but is 2401."));
    }

    [Test]
    public async Task A_number_that_no_operator_knows_is_an_error_of_the_token_and_nothing_was_sent()
    {
        Simulator.Respond("sim-swap.authorize", 404);
        var error = (await Assert.ThrowsAsync<ApiTokenException>(() => Vonage.SimSwap.CheckAsync(new(Number))))!;
        Assert.That((error.WasSent, error.StatusCode, error.Operation), Is.EqualTo((RequestSent.No, (HttpStatusCode?)HttpStatusCode.NotFound, "SimSwap.check")));
        Assert.That(error.Message, Does.Contain("SimSwap.authorize failed: 404 Not Found. ").And.Not.Contain("NOT_FOUND"));
        Assert.That((error.InnerException as VonageApiException)?.Problem?.Title, Is.EqualTo("NOT_FOUND"));
        Assert.That(Asked("sim-swap.check"), Is.Empty);
    }

    [Test]
    public async Task The_simulator_refuses_a_token_for_another_purpose_and_an_authorization_that_was_used()
    {
        var authorization = await AuthorizeAsync("openid dpv:FraudPreventionAndDetection#retrieve-sim-swap-date");
        var token = (string)(await PostAsync("https://api-eu.vonage.com/oauth2/token", Exchange(authorization)))["access_token"]!;
        var options = new RequestOptions { Headers = { ["Authorization"] = "Bearer " + token } };
        await Vonage.SimSwap.RetrieveDateAsync(new(Number), options);
        Assert.That((await FailingAsync(() => Vonage.SimSwap.CheckAsync(new(Number), options), 403)).Problem?.Title, Is.EqualTo("PERMISSION_DENIED"));
        await FailingAsync(() => Vonage.SimSwap.RetrieveDateAsync(new("447700900001"), options), 403);
        await FailingAsync(() => Vonage.SimSwap.CheckAsync(new(Number), new() { Headers = { ["Authorization"] = "Bearer unknown" } }), 401);
        await FailingAsync(() => PostAsync("https://api-eu.vonage.com/oauth2/token", Exchange(authorization)), 400);
        await FailingAsync(() => PostAsync("https://api-eu.vonage.com/oauth2/token", Exchange("arid/unknown")), 400);
        await FailingAsync(() => AuthorizeAsync("openid dpv:FraudPreventionAndDetection#everything"), 400);
    }

    [TestCase("SimSwap.authorize", "sim-swap.authorize")]
    [TestCase("SimSwap.getToken", "sim-swap.getToken")]
    public async Task An_error_does_not_repeat_what_was_sent_for_a_token(string name, string operation)
    {
        Simulator.Respond(operation, new SimulatedResponse { StatusCode = 400, Body = $$"""{"status":400,"code":"INVALID_ARGUMENT","message":"tel:+{{Number}} arid/1"}""", ContentType = "application/json" });
        var error = (await Assert.ThrowsAsync<ApiTokenException>(() => Vonage.SimSwap.CheckAsync(new(Number))))!;
        Assert.That(error.ToString(), Does.Contain($"{name} failed: 400 Bad Request").And.Not.Contain(Number).And.Not.Contain("arid/1"));
    }

    [Test]
    public async Task Equal_credentials_share_a_token()
    {
        await Vonage.SimSwap.CheckAsync(new(Number), new() { Credentials = VonageCredentials.FromApplication(Simulator.ApplicationId, Simulator.PrivateKeyPem) });
        await Vonage.SimSwap.CheckAsync(new(Number), new() { Credentials = VonageCredentials.FromApplication(Simulator.ApplicationId, Simulator.PrivateKeyPem) });
        Assert.That(Asked("sim-swap.authorize"), Has.Count.EqualTo(1));
    }

    [TestCase("client_id", "11111111-2222-4333-8444-555555555555")]
    [TestCase("state", "%20")]
    public async Task The_simulator_refuses_a_login_of_another_application_or_without_a_state(string parameter, string value)
    {
        var url = Vonage.NumberVerification.CreateLoginUrl(Number, Redirect, "abc").AbsoluteUri.Replace(parameter == "state" ? "state=abc" : $"client_id={Simulator.ApplicationId}", $"{parameter}={value}");
        using var browser = new HttpClient();
        using var reply = await browser.GetAsync(url);
        Assert.That((int)reply.StatusCode, Is.InRange(400, 499));
        Assert.That(await reply.Content.ReadAsStringAsync(), Does.Contain(parameter));
    }

    [Test]
    public async Task The_simulator_refuses_a_code_of_white_space()
    {
        var error = await FailingAsync(() => PostAsync("https://api-eu.vonage.com/oauth2/token", $"code=%20&grant_type=authorization_code&redirect_uri={Uri.EscapeDataString(Redirect.AbsoluteUri)}"), 400);
        Assert.That(error.Body, Does.Contain("code"));
    }

    [Test]
    public async Task A_login_leads_to_the_answer_and_its_code_is_sent_once()
    {
        var code = new AuthorizationCode(await LogInAsync(Number), Redirect);
        Assert.That((await Vonage.NumberVerification.VerifyAsync(new(Number, code))).DevicePhoneNumberVerified, Is.True);
        Assert.That((await Vonage.NumberVerification.VerifyAsync(new("447700900001", code))).DevicePhoneNumberVerified, Is.False);
        Assert.That(Asked("number-verification.getToken"), Has.Count.EqualTo(1));
        Assert.That(code.ToString(), Does.Not.Contain(Asked("number-verification.getToken")[0].Form!["code"].ToString()));
    }

    [Test]
    public async Task A_code_that_was_used_elsewhere_or_belongs_to_another_redirect_is_refused()
    {
        var code = await LogInAsync(Number);
        await Vonage.NumberVerification.VerifyAsync(new(Number, new(code, Redirect)));
        var other = Simulator.CreateClient();
        var error = (await Assert.ThrowsAsync<ApiTokenException>(() => other.NumberVerification.VerifyAsync(new(Number, new(code, Redirect)))))!;
        Assert.That((error.WasSent, error.StatusCode), Is.EqualTo((RequestSent.No, (HttpStatusCode?)HttpStatusCode.BadRequest)));
        Assert.That(error.ToString(), Does.Not.Contain(code));
        var strange = new AuthorizationCode(await LogInAsync(Number), new("https://example.com/elsewhere"));
        await Assert.ThrowsAsync<ApiTokenException>(() => Vonage.NumberVerification.VerifyAsync(new(Number, strange)));
        Assert.That(Asked("number-verification.verify"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_device_that_claims_the_number_of_another_does_not_get_its_token()
    {
        await Vonage.NumberVerification.VerifyAsync(new(Number, new(await LogInAsync(Number), Redirect)));
        var attacker = new AuthorizationCode(await LogInAsync("447700900666"), Redirect);
        Assert.That((await Vonage.NumberVerification.VerifyAsync(new(Number, attacker))).DevicePhoneNumberVerified, Is.False);
        Assert.That(Asked("number-verification.getToken"), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_verification_has_a_code_and_either_a_number_or_its_hash()
    {
        var code = new AuthorizationCode("c", Redirect);
        var hash = new string('a', 64);
        await RefusedAsync(new VerifyNumberRequest { PhoneNumber = Number }, "NumberVerification.verify: AuthorizationCode is required");
        await RefusedAsync(new VerifyNumberRequest { AuthorizationCode = code }, "phoneNumber or hashedPhoneNumber is required");
        await RefusedAsync(new VerifyNumberRequest(Number, code) { HashedPhoneNumber = hash }, "and not both");
        await RefusedAsync(new VerifyNumberRequest { HashedPhoneNumber = hash[1..], AuthorizationCode = code }, "hashedPhoneNumber");
        await RefusedAsync(new VerifyNumberRequest { HashedPhoneNumber = hash[1..] + "g", AuthorizationCode = code }, "64 hexadecimal digits");
        Assert.That(Simulator.Requests, Is.Empty);

        async Task RefusedAsync(VerifyNumberRequest request, string message) =>
            Assert.That((await Assert.ThrowsAsync<InvalidRequestException>(() => Vonage.NumberVerification.VerifyAsync(request)))!.Message, Does.Contain(message));
    }

    [Test]
    public void A_login_URL_is_made_of_what_is_valid()
    {
        var client = new VonageClient(Simulator.Credentials);
        var url = client.NumberVerification.CreateLoginUrl("+44 (7700) 900000", new Uri("com.example.app:/signed-in?a=b"), "s&1");
        Assert.That(url.AbsoluteUri, Is.EqualTo($"https://oidc.idp.vonage.com/oauth2/auth?client_id={Simulator.ApplicationId}&redirect_uri=com.example.app%3A%2Fsigned-in%3Fa%3Db&response_type=code&scope=openid%20dpv%3AFraudPreventionAndDetection%23number-verification-verify-read&state=s%261&login_hint=tel%3A%2B447700900000"));
        Refused(() => client.NumberVerification.CreateLoginUrl("07700 900000", Redirect, "s"), "phoneNumber must be a phone number in E.164 format");
        Refused(() => client.NumberVerification.CreateLoginUrl(null!, Redirect, "s"), "phoneNumber is required");
        Refused(() => client.NumberVerification.CreateLoginUrl(Number, new Uri("/callback", UriKind.Relative), "s"), "redirectUrl must be an absolute URL");
        Refused(() => client.NumberVerification.CreateLoginUrl(Number, new Uri("http://example.com/callback"), "s"), "redirectUrl must use HTTPS");
        Refused(() => client.NumberVerification.CreateLoginUrl(Number, new Uri("https://example.com/callback#a"), "s"), "redirectUrl must not have a fragment");
        Refused(() => client.NumberVerification.CreateLoginUrl(Number, new Uri("https://a:b@example.com/callback"), "s"), "redirectUrl must not contain a user name");
        foreach (var address in (string[])["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "ftp://example.com/x", "mailto:a@example.com"])
            Refused(() => client.NumberVerification.CreateLoginUrl(Number, new Uri(address), "s"), "redirectUrl must use HTTPS, or the scheme of an app");
        Refused(() => client.NumberVerification.CreateLoginUrl(Number, null!, "s"), "redirectUrl is required");
        Refused(() => client.NumberVerification.CreateLoginUrl(Number, Redirect, ""), "state is required");
        Refused(() => client.NumberVerification.CreateLoginUrl(Number, Redirect, " \t"), "state is required");
        Assert.That(client.NumberVerification.CreateLoginUrl(Number, new Uri("http://127.0.0.1:5000/callback"), "s").IsAbsoluteUri, Is.True);
        var keyed = new VonageClient(VonageCredentials.FromApiKey("abcd1234", "secret"));
        Assert.That(() => keyed.NumberVerification.CreateLoginUrl(Number, Redirect, "s"), Throws.InstanceOf<MissingCredentialsException>().With.Message.Contains("application's id and private key"));

        static void Refused(Func<Uri> create, string message) => Assert.That(() => create(), Throws.InstanceOf<InvalidRequestException>().With.Message.StartsWith(message));
    }

    [Test]
    public void A_code_has_a_redirect_that_a_login_can_have()
    {
        foreach (var code in (string?[])[null, "", " ", "\t\n"])
            Assert.That(() => new AuthorizationCode(code!, Redirect), Throws.InstanceOf<InvalidRequestException>().With.Message.Contains("code is required"));
        Assert.That(() => new AuthorizationCode("c", new Uri("http://example.com")), Throws.InstanceOf<InvalidRequestException>().With.Message.Contains("must use HTTPS"));
    }

    [Test]
    public void What_Vonage_has_deprecated_says_what_takes_its_place()
    {
        var methods = typeof(ISimSwapClient).GetMethods().Concat(typeof(INumberVerificationClient).GetMethods()).Append(typeof(NumberInsight.INumberInsightClient).GetMethod("CheckFraudAsync")!);
        Assert.That(methods.Select(method => method.GetCustomAttribute<ObsoleteAttribute>()?.Message), Is.All.EqualTo("Use IdentityInsights.GetInsightsAsync instead."));
    }

    [TestCase(null, "api-eu.vonage.com")]
    [TestCase(VonageRegion.Europe, "api-eu.vonage.com")]
    [TestCase(VonageRegion.UnitedStates, "api-us.vonage.com")]
    public async Task Insights_come_from_the_region(VonageRegion? region, string host)
    {
        await Simulator.CreateClient(new() { Region = region }).IdentityInsights.GetInsightsAsync(new(Number, new() { Format = new() }));
        Assert.That(Simulator.Requests.Single().Host, Is.EqualTo(host));
    }

    [TestCase(null)]
    [TestCase(" ")]
    public async Task The_simulator_has_no_insight_of_networks_without_a_purpose(string? purpose)
    {
        var insights = (await Vonage.IdentityInsights.GetInsightsAsync(new(Number, new() { Format = new(), CurrentCarrier = new(), SimSwap = new(), Roaming = new() }) { Purpose = purpose })).Insights!;
        Assert.That((insights.SimSwap?.Status?.Code, insights.SimSwap?.IsSwapped, insights.Roaming?.Status?.Code), Is.EqualTo(((IdentityInsightStatus?)IdentityInsightStatus.InvalidPurpose, (bool?)null, (IdentityInsightStatus?)IdentityInsightStatus.InvalidPurpose)));
        Assert.That((insights.Format?.Status?.Code, insights.CurrentCarrier?.Status?.Code), Is.EqualTo(((IdentityInsightStatus?)IdentityInsightStatus.Ok, (IdentityInsightStatus?)IdentityInsightStatus.Ok)));
    }

    [Test]
    public async Task An_insight_that_could_not_be_obtained_says_why_and_one_of_a_new_kind_is_kept()
    {
        Simulator.Respond("identity-insights.getInsights", new SimulatedResponse
        {
            StatusCode = 200,
            Body = """{"insights":{"roaming":{"status":{"code":"NO_COVERAGE"}},"subscriber_match":{"status":{"code":"SUBSCRIBER_MATCH.ID_DOCUMENT_REQUIRED"}},"format":{"status":{"code":"PARTLY"}},"mood":{"is_good":true}}}""",
            ContentType = "application/json",
        });
        var insights = (await Vonage.IdentityInsights.GetInsightsAsync(new(Number, new() { Roaming = new() }))).Insights!;
        Assert.That((insights.Roaming?.Status?.Code, insights.SubscriberMatch?.Status?.Code, insights.Format?.Status?.Code),
            Is.EqualTo((IdentityInsightStatus.NoCoverage, IdentityInsightStatus.IdDocumentRequired, new IdentityInsightStatus("PARTLY"))));
        Assert.That((bool)insights.AdditionalProperties["mood"]["is_good"]!, Is.True);
    }

    [Test]
    public async Task Insights_are_asked_for_by_name_and_with_something_to_compare()
    {
        await RefusedAsync(new(Number, new()), "insights.format or another insight is required");
        await RefusedAsync(new(Number, new() { SubscriberMatch = new() }), "insights.subscriber_match.given_name or another field to compare is required");
        await RefusedAsync(new(Number, new() { LocationVerification = new(91, 0, 3000) }), "insights.location_verification.location.center.latitude");
        await RefusedAsync(new(Number, new() { LocationVerification = new(0, 0, 1999) }), "insights.location_verification.location.radius must be 2000 to 200000");
        await RefusedAsync(new(Number, new() { DeviceSwap = new() { Period = TimeSpan.Zero } }), "insights.device_swap.period must be 1 to 2400 hours");
        await RefusedAsync(new("07700900000", new() { Format = new() }), "phone_number");
        Assert.That(Simulator.Requests, Is.Empty);

        async Task RefusedAsync(GetInsightsRequest request, string message) =>
            Assert.That((await Assert.ThrowsAsync<InvalidRequestException>(() => Vonage.IdentityInsights.GetInsightsAsync(request)))!.Message, Does.Contain(message));
    }

    [Test]
    public async Task A_location_can_be_a_polygon_or_something_new()
    {
        Simulator.Respond("location-retrieval.retrieve", new SimulatedResponse { StatusCode = 200, Body = """{"last_location_time":"2023-10-17T13:18:23.682Z","location":{"type":"POLYGON","boundary":[{"latitude":1,"longitude":2},{"latitude":3,"longitude":4},{"latitude":5.5,"longitude":6}]}}""", ContentType = "application/json" });
        Simulator.Respond("location-retrieval.retrieve", new SimulatedResponse { StatusCode = 200, Body = """{"last_location_time":"2023-10-17T13:18:23.682Z","location":{"type":"CELL","id":"7"}}""", ContentType = "application/json" });
        var polygon = (PolygonalArea)(await Vonage.LocationRetrieval.RetrieveAsync(Number)).Location;
        Assert.That(polygon.Boundary.Select(point => point.Latitude), Is.EqualTo([1m, 3m, 5.5m]));
        Assert.That((string?)(await Vonage.LocationRetrieval.RetrieveAsync(Number, TimeSpan.Zero)).Location.AdditionalProperties["id"], Is.EqualTo("7"));
        Assert.That(Simulator.Requests.Select(request => request.Body), Is.EqualTo(["""{"phone_number":"+447700900000"}""", """{"phone_number":"+447700900000","location_age_seconds":0}"""]));
    }

    [Test]
    public void A_location_is_asked_for_with_a_number_and_an_age()
    {
        Assert.That(() => Vonage.LocationRetrieval.RetrieveAsync("07700 900000"), Throws.InstanceOf<InvalidRequestException>().With.Message.StartsWith("phoneNumber must be a phone number"));
        Assert.That(() => Vonage.LocationRetrieval.RetrieveAsync(""), Throws.InstanceOf<InvalidRequestException>());
        Assert.That(() => Vonage.LocationRetrieval.RetrieveAsync(Number, TimeSpan.FromSeconds(-1)), Throws.InstanceOf<InvalidRequestException>().With.Message.Contains("location_age_seconds must be at least 0 seconds"));
        Assert.That(Simulator.Requests, Is.Empty);
    }

    [Test]
    public async Task A_message_is_redacted_once_it_has_an_ID_and_a_direction()
    {
        var sent = await Vonage.Sms.SendAsync("ACME", Number, "My secret is 42");
        Simulator.AddReportRecord(Reports.ReportProduct.VoiceCall, """{"call_id":"c1","from":"447700900001","to":"447700900000","price":"0.01"}""");
        var refused = await Assert.ThrowsAsync<InvalidRequestException>(() => Vonage.Redact.RedactAsync(new(sent.Messages[0].MessageId!, RedactProduct.Sms)));
        Assert.That(refused!.Message, Is.EqualTo("Redact.redact: type is required for SMS. Set it to inbound or outbound."));

        await Vonage.Redact.RedactAsync(new(sent.Messages[0].MessageId!, RedactProduct.Sms) { Direction = RedactDirection.Outbound });
        await Vonage.Redact.RedactAsync(new("c1", RedactProduct.Voice));
        await FailingAsync(() => Vonage.Redact.RedactAsync(new("unknown", RedactProduct.Messages)), 404);

        var call = (Reports.CallRecord)(await AllAsync(Vonage.Reports.ListRecordsAsync(Reports.ReportProduct.VoiceCall))).Single();
        Assert.That((call.From, call.To, call.Price), Is.EqualTo(("", "", (decimal?)0.01m)));
    }

    [Test]
    public async Task A_refusal_to_redact_says_why()
    {
        Simulator.Respond("redact.redact", new SimulatedResponse { StatusCode = 403, Example = "premature" });
        Assert.That((await FailingAsync(() => Vonage.Redact.RedactAsync(new("a", RedactProduct.Voice)), 403)).Message, Does.Contain("Premature Redaction: You must wait 60 minutes before redacting ID"));
        Simulator.Respond("redact.redact", 401);
        Assert.That((await FailingAsync(() => Vonage.Redact.RedactAsync(new("a", RedactProduct.Voice)), 401)).Problem?.Title, Is.EqualTo("Unauthorized"));
    }

    private static string Exchange(string authorization) => $"auth_req_id={Uri.EscapeDataString(authorization)}&grant_type=urn%3Aopenid%3Aparams%3Agrant-type%3Aciba";

    private List<ReceivedRequest> Asked(string operation) => [.. Simulator.Requests.Where(request => request.Operation == operation)];

    private async Task<string> LogInAsync(string number)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var browser = new HttpClient(handler);
        using var redirect = await browser.GetAsync(Vonage.NumberVerification.CreateLoginUrl(number, Redirect, "abc 123"));
        Assert.That(redirect.Headers.Location?.AbsoluteUri, Does.StartWith(Redirect.AbsoluteUri).And.EndWith("&state=abc%20123"));
        return redirect.Headers.Location!.Query.Split("code=")[1].Split('&')[0];
    }

    private async Task<string> AuthorizeAsync(string scope) =>
        (string)(await PostAsync("https://api-eu.vonage.com/oauth2/bc-authorize", $"login_hint=tel%3A%2B{Number}&scope={Uri.EscapeDataString(scope)}"))["auth_req_id"]!;

    // As another client would.
    private async Task<JObject> PostAsync(string url, string form)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, url.Replace("https://api-eu.vonage.com", Simulator.Hosts["api-eu.vonage.com"].AbsoluteUri.TrimEnd('/')));
        request.Headers.Authorization = new("Bearer", Vonage.Jwt.Generate());
        request.Content = new StringContent(form, new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-www-form-urlencoded"));
        using var response = await http.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? JObject.Parse(body) : throw new VonageApiException(new("test", HttpMethod.Post, "/", response.StatusCode, body));
    }
}
