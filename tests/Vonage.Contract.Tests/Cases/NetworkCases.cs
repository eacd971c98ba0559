using System.Net;
using Newtonsoft.Json.Linq;
using Vonage.Core;
using Vonage.IdentityInsights;
using Vonage.LocationRetrieval;
using Vonage.Redact;

namespace Vonage.Contract.Tests.Cases;

#pragma warning disable CS0618 // Deprecated, and still to be had.

/// <summary>The APIs of mobile networks: Identity Insights, Location Retrieval, SIM Swap and Number Verification; and Redact, which forgets what they found.</summary>
internal static class NetworkCases
{
    private const string Number = "447700900000";
    private const string Hash = "d867b6540ac8db72d860d67d3d612a1621adcf3277573e9299be1153b6d0de15";
    private static readonly Uri Redirect = new("https://example.com/callback?from=login");

    public static IEnumerable<OperationCase> All() => [.. Insights(), .. Locations(), .. SimSwaps(), .. Verifications(), .. Redactions()];

    private static IEnumerable<OperationCase> Insights()
    {
        yield return new("identity-insights.getInsights", "all", async (v, _) =>
        {
            var insights = (await v.IdentityInsights.GetInsightsAsync(new("+1 404 000 0000", new()
            {
                Format = new(),
                SimSwap = new() { Period = TimeSpan.FromHours(24) },
                OriginalCarrier = new(),
                CurrentCarrier = new(),
                LocationVerification = new(52.52m, 13.405m, 3000),
                SubscriberMatch = new() { GivenName = "Federica", Birthdate = new DateTimeOffset(1978, 8, 22, 0, 0, 0, TimeSpan.Zero) },
                Roaming = new(),
                Reachability = new(),
                DeviceSwap = new() { Period = TimeSpan.FromHours(240) },
            })
            { Purpose = "FraudPreventionAndDetection" })).Insights!;
            Assert.That((insights.Format?.Status?.Code, insights.Format?.CountryCode, insights.Format?.TimeZones.Single()), Is.EqualTo(((IdentityInsightStatus?)IdentityInsightStatus.Ok, "US", "America/New_York")));
            Assert.That(insights.SimSwap?.IsSwapped, Is.Not.Null);
            Assert.That((insights.OriginalCarrier?.NetworkType, insights.CurrentCarrier?.NetworkCode), Is.EqualTo(((InsightNetworkType?)InsightNetworkType.Mobile, "21403")));
            Assert.That((insights.LocationVerification?.Match, insights.LocationVerification?.MatchRate), Is.EqualTo(((LocationMatch?)LocationMatch.Partial, (int?)85)));
            Assert.That((insights.SubscriberMatch?.BirthdateMatch, insights.SubscriberMatch?.StreetNameMatch), Is.EqualTo(((SubscriberMatch?)SubscriberMatch.High, (AddressPartMatch?)AddressPartMatch.IncludedWithAddressMatch)));
            Assert.That((insights.Roaming?.IsRoaming, insights.Roaming?.CountryCodes.Single()), Is.EqualTo(((bool?)true, "DE")));
            Assert.That((insights.Reachability?.IsReachable, insights.Reachability?.Connectivity.Single()), Is.EqualTo(((bool?)true, Connectivity.Data)));
            Assert.That((insights.DeviceSwap?.IsSwapped, insights.DeviceSwap?.LatestDeviceSwapAt?.Year), Is.EqualTo(((bool?)true, (int?)2024)));
        })
        {
            Line = "POST api-eu.vonage.com/identity-insights/v1/requests",
            Json = """
                {"phone_number":"14040000000","purpose":"FraudPreventionAndDetection","insights":{"format":{},"sim_swap":{"period":24},"original_carrier":{},"current_carrier":{},
                 "location_verification":{"location":{"type":"CIRCLE","radius":3000,"center":{"latitude":52.52,"longitude":13.405}}},
                 "subscriber_match":{"given_name":"Federica","birthdate":"1978-08-22"},"roaming":{},"reachability":{},"device_swap":{"period":240}}}
                """,
        };
        yield return new("number-insight.checkFraud", "", async (v, _) =>
        {
            var check = await v.NumberInsight.CheckFraudAsync(new(Number) { Insights = { NumberInsight.FraudInsight.FraudScore } });
            Assert.That((check.FraudScore?.RiskScore, check.FraudScore?.RiskRecommendation), Is.EqualTo(((decimal?)54, (NumberInsight.RiskRecommendation?)NumberInsight.RiskRecommendation.Flag)));
        })
        {
            Line = "POST api.nexmo.com/v2/ni",
            Json = """{"type":"phone","phone":"447700900000","insights":["fraud_score"]}""",
            Authorization = "Basic ",
        };
    }

    private static IEnumerable<OperationCase> Locations()
    {
        yield return new("location-retrieval.retrieve", "", async (v, _) =>
        {
            var found = await v.LocationRetrieval.RetrieveAsync("+44 7700 900000", TimeSpan.FromDays(7));
            Assert.That(found.Location, Is.TypeOf<CircularArea>());
            var area = (CircularArea)found.Location;
            Assert.That((area.Center.Latitude, area.Center.Longitude, area.RadiusMeters), Is.EqualTo((50.735851m, 7.10066m, 800m)));
        })
        {
            Line = "POST api-eu.vonage.com/network-location/v0.1/retrieval",
            Json = """{"phone_number":"+447700900000","location_age_seconds":604800}""",
        };
    }

    private static IEnumerable<OperationCase> SimSwaps()
    {
        async Task CheckAsync(IVonageClient v, Ids ids) => Assert.That((await v.SimSwap.CheckAsync(new("+44 7700 900000") { MaxAge = TimeSpan.FromHours(24) })).Swapped, Is.Not.Null);
        yield return new("sim-swap.check", "", CheckAsync) { Line = "POST api-eu.vonage.com/camara/sim-swap/v040/check", Json = """{"phoneNumber":"447700900000","maxAge":24}""" };
        yield return new("sim-swap.authorize", "", CheckAsync)
        {
            Line = "POST api-eu.vonage.com/oauth2/bc-authorize",
            Form = "login_hint=tel%3A%2B447700900000&scope=openid+dpv%3AFraudPreventionAndDetection%23check-sim-swap",
        };
        yield return new("sim-swap.getToken", "", CheckAsync)
        {
            Line = "POST api-eu.vonage.com/oauth2/token",
            FormPattern = "auth_req_id=arid%2F[0-9a-f-]+&grant_type=urn%3Aopenid%3Aparams%3Agrant-type%3Aciba",
        };
        yield return new("sim-swap.retrieveDate", "", async (v, _) => Assert.That(await v.SimSwap.RetrieveDateAsync(new(Number)), Is.Not.Null))
        {
            Line = "POST api-eu.vonage.com/camara/sim-swap/v040/retrieve-date",
            Json = """{"phoneNumber":"447700900000"}""",
        };
    }

    private static IEnumerable<OperationCase> Verifications()
    {
        yield return new("number-verification.verify", "number", async (v, _) => Assert.That((await v.NumberVerification.VerifyAsync(new(Number, new(await LogInAsync(v), Redirect)))).DevicePhoneNumberVerified, Is.True))
        {
            Line = "POST api-eu.vonage.com/camara/number-verification/v031/verify",
            Json = """{"phoneNumber":"447700900000"}""",
        };
        yield return new("number-verification.verify", "hash", async (v, _) => Assert.That((await v.NumberVerification.VerifyAsync(new() { HashedPhoneNumber = Hash, AuthorizationCode = new(await LogInAsync(v), Redirect) })).DevicePhoneNumberVerified, Is.True))
        {
            Line = "POST api-eu.vonage.com/camara/number-verification/v031/verify",
            Json = $$"""{"hashedPhoneNumber":"{{Hash}}"}""",
        };
        yield return new("number-verification.getToken", "", async (v, ids) =>
        {
            var code = ids.Keep("code", await LogInAsync(v));
            await v.NumberVerification.VerifyAsync(new(Number, new(code, Redirect)));
        })
        {
            Line = "POST api-eu.vonage.com/oauth2/token",
            Form = "code={code}&redirect_uri=https%3A%2F%2Fexample.com%2Fcallback%3Ffrom%3Dlogin&grant_type=authorization_code",
        };
        yield return new("number-verification.openLogin", "", async (v, ids) =>
        {
            ids.Keep("application", (v.NumberVerification.CreateLoginUrl(Number, Redirect, "abc 123").Query.Split("client_id=")[1]).Split('&')[0]);
            await LogInAsync(v);
        })
        {
            Line = "GET oidc.idp.vonage.com/oauth2/auth",
            Query = "client_id={application}&redirect_uri=https%3A%2F%2Fexample.com%2Fcallback%3Ffrom%3Dlogin&response_type=code&scope=openid%20dpv%3AFraudPreventionAndDetection%23number-verification-verify-read&state=abc%20123&login_hint=tel%3A%2B447700900000",
            Authorization = string.Empty,
        };
    }

    /// <summary>Opens the login URL as a browser does, up to the redirect to the application.</summary>
    /// <returns>The code.</returns>
    private static async Task<string> LogInAsync(IVonageClient v)
    {
        var url = v.NumberVerification.CreateLoginUrl(Number, Redirect, "abc 123");
        try
        {
            await v.Raw.GetAsync<JObject>(url.AbsoluteUri, null, ApiAuthentication.None);
            throw new InvalidOperationException("The login did not redirect.");
        }
        catch (VonageApiException redirect) when (redirect.StatusCode == HttpStatusCode.Found)
        {
            return new Uri(redirect.Headers["Location"].Single()).Query.Split("code=")[1].Split('&')[0];
        }
    }

    private static IEnumerable<OperationCase> Redactions()
    {
        yield return new("redact.redact", "call", (v, ids) => v.Redact.RedactAsync(new(ids.Call, RedactProduct.Voice)))
        {
            Line = "POST api.nexmo.com/v1/redact/transaction",
            Json = """{"id":"{call}","product":"voice"}""",
            Authorization = "Basic ",
        };
    }
}
