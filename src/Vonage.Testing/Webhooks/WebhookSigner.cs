using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Newtonsoft.Json.Linq;
using Vonage.Core;

namespace Vonage.Testing;

/// <summary>Signs webhooks as Vonage does, for tests of the code that receives them. Thread-safe.</summary>
public sealed class WebhookSigner
{
    private readonly JwtGenerator _tokens;
    private readonly string _secret;

    /// <summary>Creates a signer.</summary>
    /// <param name="apiKey">The account that the webhooks belong to.</param>
    /// <param name="secret">The account's signature secret.</param>
    public WebhookSigner(string apiKey, string secret)
    {
        ArgumentException.ThrowIfNullOrEmpty(apiKey);
        ArgumentException.ThrowIfNullOrEmpty(secret);
        (ApiKey, _secret) = (apiKey, secret);
        // The generator's own clock is not asked: each token is given its time.
        _tokens = JwtGenerator.FromSecret(secret);
    }

    /// <summary>The account that the webhooks belong to.</summary>
    public string ApiKey { get; }

    /// <summary>The application that the webhooks belong to. Default: none.</summary>
    public string? ApplicationId { get; init; }

    /// <summary>How SMS parameters are signed. Default: <see cref="SignatureMethod.Md5Hash"/>.</summary>
    public SignatureMethod Method { get; init; } = SignatureMethod.Md5Hash;

    /// <summary>The clock by which is signed: one that is wrong makes webhooks that must be refused.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Makes the value of the Authorization header for a body: <c>Bearer</c> and a token.</summary>
    /// <param name="body">The body, to the byte as it will be sent; empty where there is none.</param>
    public string SignBody(byte[] body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var claims = new JwtClaims
        {
            IssuedAt = TimeProvider.GetUtcNow(),
            Lifetime = TimeSpan.FromMinutes(5),
            ApplicationId = ApplicationId,
            Additional = { ["iss"] = "Vonage", ["api_key"] = ApiKey },
        };
        if (body.Length > 0)
            claims.Additional["payload_hash"] = Convert.ToHexStringLower(SHA256.HashData(body));
        return $"Bearer {_tokens.Generate(claims)}";
    }

    /// <summary>Adds to the parameters of an SMS webhook what signs them: <c>api-key</c>, <c>timestamp</c> and <c>nonce</c> where they are missing, and <c>sig</c>.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <returns>All of them.</returns>
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

    /// <summary>Makes a request with a JSON body and a token for it: Messages, Voice, Verify.</summary>
    /// <param name="url">The webhook's URL.</param>
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

    /// <summary>Makes a GET request with a token, which says nothing about the query: an answer webhook in its default form.</summary>
    /// <param name="url">The webhook's URL.</param>
    /// <param name="parameters">The fields, for the query.</param>
    public HttpRequestMessage CreateQueryRequest(Uri url, IEnumerable<KeyValuePair<string, string?>> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return new HttpRequestMessage(HttpMethod.Get, WithQuery(url, parameters)) { Headers = { Authorization = AuthenticationHeaderValue.Parse(SignBody([])) } };
    }

    /// <summary>Makes a request of the SMS API (inbound message, delivery receipt), signed in its parameters.</summary>
    /// <param name="url">The webhook's URL. Parameters that it has itself are signed, too, where the form is a query.</param>
    /// <param name="form">Which of the forms the account's settings name.</param>
    /// <param name="parameters">The fields.</param>
    public HttpRequestMessage CreateSmsRequest(Uri url, SmsWebhookForm form, IEnumerable<KeyValuePair<string, string?>> parameters)
    {
        ArgumentNullException.ThrowIfNull(url);
        ArgumentNullException.ThrowIfNull(parameters);
        if (form == SmsWebhookForm.Query)
        {
            // The receiver sees one query, and the signature covers all of it.
            var whole = SignParameters(QueryHelpers.ParseQuery(url.Query).SelectMany(own => own.Value, (own, value) => new KeyValuePair<string, string?>(own.Key, value)).Concat(parameters));
            return new HttpRequestMessage(HttpMethod.Get, WithQuery(new Uri(url.GetLeftPart(UriPartial.Path)), whole));
        }

        var signed = SignParameters(parameters);
        return form switch
        {
            SmsWebhookForm.Form => new HttpRequestMessage(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(signed) },
            SmsWebhookForm.Json => new HttpRequestMessage(HttpMethod.Post, url)
            {
                Content = new StringContent(ApiJson.Serialize(new JObject(signed.Select(p => new JProperty(p.Key, p.Value)))), Encoding.UTF8, "application/json"),
            },
            _ => throw new ArgumentOutOfRangeException(nameof(form), form, "There is no such form."),
        };
    }

    private static Uri WithQuery(Uri url, IEnumerable<KeyValuePair<string, string?>> parameters)
    {
        ArgumentNullException.ThrowIfNull(url);
        var query = string.Join('&', parameters.Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value ?? "")}"));
        return new UriBuilder(url) { Query = url.Query.Length > 1 ? $"{url.Query[1..]}&{query}" : query }.Uri;
    }
}
