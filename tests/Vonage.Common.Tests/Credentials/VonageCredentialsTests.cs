using Vonage.Core.Pipeline;
using Vonage.Core.Serialization;

namespace Vonage.Common.Tests;

internal sealed class VonageCredentialsTests
{
    private static readonly ApiAuthentication[] Schemes =
        [ApiAuthentication.None, ApiAuthentication.Jwt, ApiAuthentication.Basic, ApiAuthentication.KeyInQuery, ApiAuthentication.KeyInBody, ApiAuthentication.Signature];

    [TestCase("qwerasdf", "1234qwerasdfzxcv", "Basic cXdlcmFzZGY6MTIzNHF3ZXJhc2Rmenhjdg==")]
    [TestCase("testKey", "testSecret", "Basic dGVzdEtleTp0ZXN0U2VjcmV0")]
    public void Basic_headers_are_those_of_the_official_sdks(string key, string secret, string header) =>
        Assert.That(async () => await VonageCredentials.FromApiKey(key, secret).GetAuthorizationAsync(ApiAuthentication.Basic, TimeProvider.System), Is.EqualTo(header));

    [Test]
    public void Each_kind_serves_its_schemes()
    {
        Assert.That(Served(Keys.Account), Is.EqualTo("None Basic Query Body"));
        Assert.That(Served(Keys.Application), Is.EqualTo("None Jwt"));
        Assert.That(Served(VonageCredentials.FromSignature("k", "s")), Is.EqualTo("None Signature"));
        Assert.That(Served(Keys.All), Is.EqualTo("None Jwt Basic Query Body Signature"));
        Assert.That(Served(Keys.Application.WithSignature("s")), Is.EqualTo("None Jwt"));
    }

    [Test]
    public void What_is_added_leaves_the_first_as_it_was()
    {
        var all = Keys.Account.WithApplication(Keys.ApplicationId, Keys.Pkcs1).WithSignature("s", SignatureMethod.HmacSha256);
        Assert.That(Keys.Account.ApplicationId, Is.Null);
        Assert.That((all.ApiKey, all.ApplicationId, all.SignatureMethod), Is.EqualTo((Keys.ApiKey, Keys.ApplicationId, (SignatureMethod?)SignatureMethod.HmacSha256)));
    }

    [Test]
    public void Text_and_debugger_show_no_secret()
    {
        var shown = Keys.All.ToString();
        Assert.That(shown, Is.EqualTo($"VonageCredentials (API key {Keys.ApiKey}, application {Keys.ApplicationId}, signatures by md5hash)"));
        Assert.That(VonageCredentials.FromSignature("k", "s", SignatureMethod.HmacSha512).ToString(), Is.EqualTo("VonageCredentials (API key k without a secret, signatures by sha512)"));
        var display = (System.Diagnostics.DebuggerDisplayAttribute)Attribute.GetCustomAttribute(typeof(VonageCredentials), typeof(System.Diagnostics.DebuggerDisplayAttribute))!;
        Assert.That(display.Value, Is.EqualTo("{ToString(),nq}"));
    }

    [Test]
    public void No_public_property_gives_a_secret_away()
    {
        var values = typeof(VonageCredentials).GetProperties().Select(p => p.GetValue(Keys.All)?.ToString());
        Assert.That(string.Join(" ", values), Does.Not.Contain("must-not-show").And.Not.Contain("PRIVATE"));
        Assert.That(ApiJson.Serialize(Keys.All), Does.Not.Contain("must-not-show").And.Not.Contain("PRIVATE"));
    }

    [Test]
    public void Credentials_with_the_same_values_are_equal()
    {
        var one = VonageCredentials.FromApiKey("k", "s").WithApplication(Keys.ApplicationId, Keys.Pkcs1).WithSignature("signature");
        var same = VonageCredentials.FromApplication(Keys.ApplicationId, Keys.Pkcs1).WithSignature("signature").WithApiKey("k", "s");
        Assert.That((same, same.GetHashCode()), Is.EqualTo((one, one.GetHashCode())));
        using var other = System.Security.Cryptography.RSA.Create(2048);
        VonageCredentials[] others =
        [
            one.WithApiKey("l", "s"), one.WithApiKey("k", "t"), one.WithApplication("another", Keys.Pkcs1), one.WithSignature("another"), one.WithSignature("signature", SignatureMethod.HmacSha256),
            one.WithApplication(Keys.ApplicationId, other.ExportRSAPrivateKeyPem()), VonageCredentials.FromApiKey("k", "s"), VonageCredentials.FromApplication(Keys.ApplicationId, Keys.Pkcs1),
        ];
        Assert.That(others, Has.None.EqualTo(one));
    }

    [TestCase("", "s", "API key")]
    [TestCase("k", " ", "API secret")]
    [TestCase("k:1", "s", "colon")]
    [TestCase("k ", "s", "space")]
    [TestCase("k\n", "s", "line break")]
    public void Keys_that_cannot_be_are_refused(string key, string secret, string reason) =>
        Assert.That(() => VonageCredentials.FromApiKey(key, secret), Throws.InstanceOf<InvalidCredentialsException>().With.Message.Contains(reason));

    [Test]
    public void Other_parts_are_checked_too()
    {
        Assert.That(() => VonageCredentials.FromApplication("", Keys.Pkcs8), Throws.InstanceOf<InvalidCredentialsException>());
        Assert.That(() => VonageCredentials.FromApplication("a", ""), Throws.InstanceOf<InvalidCredentialsException>());
        Assert.That(() => VonageCredentials.FromSignature("k", ""), Throws.InstanceOf<InvalidCredentialsException>());
        Assert.That(() => VonageCredentials.FromSignature("k", "s", (SignatureMethod)9), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void A_scheme_that_these_credentials_do_not_know_is_not_supported()
    {
        var unknown = new Unknown();
        Assert.That(unknown.CanUse(Keys.All), Is.False);
        Assert.That(unknown.Requires(Keys.All), Does.Contain("Unknown"));
        Assert.That(async () => await Keys.All.GetAuthorizationAsync(unknown, TimeProvider.System), Throws.InstanceOf<NotSupportedException>());
        Assert.That(() => Keys.All.GetParameters(unknown, [], TimeProvider.System), Throws.InstanceOf<NotSupportedException>());
    }

    [Test]
    public void What_is_not_served_is_not_given()
    {
        Assert.That(async () => await Keys.Account.GetAuthorizationAsync(ApiAuthentication.Jwt, TimeProvider.System), Throws.InstanceOf<NotSupportedException>());
        Assert.That(() => Keys.Application.GetParameters(ApiAuthentication.KeyInQuery, [], TimeProvider.System), Throws.InstanceOf<NotSupportedException>());
    }

    [Test]
    public void Each_scheme_says_what_it_needs()
    {
        foreach (var scheme in Schemes)
            Assert.That(scheme.Requires(Keys.Account), scheme == ApiAuthentication.None ? Is.EqualTo("nothing") : Does.Contain("VONAGE_"));
    }

    [Test]
    public void A_user_with_a_colon_has_no_basic_header() =>
        Assert.That(() => BasicAuthentication.Header("a:b", "c"), Throws.ArgumentException);

    private static string Served(VonageCredentials credentials) => string.Join(" ", Schemes.Where(scheme => scheme.CanUse(credentials)));

    private sealed class Unknown() : ApiAuthentication("Unknown")
    {
        protected internal override ValueTask ApplyAsync(HttpRequestMessage message, ApiRequest request, ApiCredentials credentials, TimeProvider clock, CancellationToken cancellationToken) => default;
    }
}
