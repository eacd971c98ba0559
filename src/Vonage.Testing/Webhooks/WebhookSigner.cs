using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Newtonsoft.Json.Linq;

namespace Vonage.Testing;

/// <summary>Signs webhooks as Vonage does, for tests of code that receives them. Instances are thread-safe.</summary>
public sealed class WebhookSigner
{
    private readonly JwtGenerator _tokens;
    private readonly string _secret;

    /// <summary>Initializes a new instance of the class.</summary>
    /// <param name="apiKey">The API key of the account.</param>
    /// <param name="secret">The account's signature secret.</param>
    public WebhookSigner(string apiKey, string secret)
    {
        ArgumentException.ThrowIfNullOrEmpty(apiKey);
        ArgumentException.ThrowIfNullOrEmpty(secret);
        (ApiKey, _secret) = (apiKey, secret);
        // Each token is given its time, so the generator does not need the clock.
        _tokens = JwtGenerator.FromSecret(secret);
    }

    /// <summary>The API key of the account.</summary>
    public string ApiKey { get; }

    /// <summary>The application ID. The default is none.</summary>
    public string? ApplicationId { get; init; }

    /// <summary>The signature method of SMS parameters. The default is <see cref="SignatureMethod.Md5Hash"/>.</summary>
    public SignatureMethod Method { get; init; } = SignatureMethod.Md5Hash;

    /// <summary>The clock for signatures. A wrong time creates webhooks that a receiver must reject.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Creates the value of the Authorization header for a body: <c>Bearer</c> followed by a token.</summary>
    /// <param name="body">The exact body; empty if there is none.</param>
    public string SignBody(byte[] body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var claims = new JwtClaims
        {
            IssuedAt = TimeProvider.GetUtcNow(),
            Lifetime = TimeSpan.FromMinutes(5),
            ApplicationId = ApplicationId,
            AdditionalClaims = { ["iss"] = "Vonage", ["api_key"] = ApiKey },
        };
        if (body.Length > 0)
            claims.AdditionalClaims["payload_hash"] = Convert.ToHexStringLower(SHA256.HashData(body));
        return $"Bearer {_tokens.Generate(claims)}";
    }

    /// <summary>Signs the parameters of an SMS webhook: adds <c>api-key</c>, <c>timestamp</c> and <c>nonce</c> if they are missing, and <c>sig</c>.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <returns>All parameters.</returns>
    public IReadOnlyList<KeyValuePair<string, string?>> SignParameters(IEnumerable<KeyValuePair<string, string?>> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var all = parameters.Where(parameter => parameter.Key != SmsSignature.Parameter).ToList();
        AddMissing("api-key", ApiKey);
        AddMissing(SmsSignature.Timestamp, TimeProvider.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        AddMissing("nonce", Guid.NewGuid().ToString());
        all.Add(new(SmsSignature.Parameter, SmsSignature.Compute(all, _secret, Method)));
        return all;

        void AddMissing(string name, string value)
        {
            if (all.TrueForAll(parameter => parameter.Key != name))
                all.Add(new(name, value));
        }
    }

    /// <summary>Creates a request with a JSON body and its token, as Messages, Voice and Verify send it.</summary>
    /// <param name="url">The URL of the webhook.</param>
    /// <param name="json">The body.</param>
    public HttpRequestMessage CreateJsonRequest(Uri url, string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var body = Encoding.UTF8.GetBytes(json);
        var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        return new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = content,
            Headers = { Authorization = AuthenticationHeaderValue.Parse(SignBody(body)) },
        };
    }

    /// <summary>Creates a GET request with a token, which does not cover the query, as the default answer webhook.</summary>
    /// <param name="url">The URL of the webhook.</param>
    /// <param name="parameters">The fields for the query.</param>
    public HttpRequestMessage CreateQueryRequest(Uri url, IEnumerable<KeyValuePair<string, string?>> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return new HttpRequestMessage(HttpMethod.Get, WithQuery(url, parameters)) { Headers = { Authorization = AuthenticationHeaderValue.Parse(SignBody([])) } };
    }

    /// <summary>Creates a webhook of the SMS API (inbound message or delivery receipt) with signed parameters.</summary>
    /// <param name="url">The URL of the webhook. For the query format, its own parameters are also signed.</param>
    /// <param name="form">The format in the account's settings.</param>
    /// <param name="parameters">The fields.</param>
    public HttpRequestMessage CreateSmsRequest(Uri url, SmsWebhookFormat form, IEnumerable<KeyValuePair<string, string?>> parameters)
    {
        ArgumentNullException.ThrowIfNull(url);
        ArgumentNullException.ThrowIfNull(parameters);
        if (form == SmsWebhookFormat.Query)
        {
            // The receiver sees a single query, which the signature covers completely.
            var whole = SignParameters(QueryHelpers.ParseQuery(url.Query).SelectMany(own => own.Value, (own, value) => new KeyValuePair<string, string?>(own.Key, value)).Concat(parameters));
            return new HttpRequestMessage(HttpMethod.Get, WithQuery(new Uri(url.GetLeftPart(UriPartial.Path)), whole));
        }

        var signed = SignParameters(parameters);
        return form switch
        {
            SmsWebhookFormat.Form => new HttpRequestMessage(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(signed) },
            SmsWebhookFormat.Json => new HttpRequestMessage(HttpMethod.Post, url)
            {
                Content = new StringContent(ApiJson.Serialize(new JObject(signed.Select(p => new JProperty(p.Key, p.Value)))), Encoding.UTF8, "application/json"),
            },
            _ => throw new ArgumentOutOfRangeException(nameof(form), form, "The format is not defined."),
        };
    }

    private static Uri WithQuery(Uri url, IEnumerable<KeyValuePair<string, string?>> parameters)
    {
        ArgumentNullException.ThrowIfNull(url);
        var query = string.Join('&', parameters.Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value ?? "")}"));
        return new UriBuilder(url) { Query = url.Query.Length > 1 ? $"{url.Query[1..]}&{query}" : query }.Uri;
    }
}
