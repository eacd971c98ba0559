using System.Security.Cryptography;
using System.Text;
using Vonage.Core;
using Vonage.Generator.Tests.Support;

namespace Vonage.Generator.Tests;

/// <summary>The security and the server that a spec declares for an operation reach the wire.</summary>
internal sealed class SecurityTests() : GeneratedTest("Vonage.Security")
{
    private static readonly string PrivateKey = CreateKey();

    private static readonly string Basic = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("abcd1234:secret"));

    [Test]
    public async Task A_token_where_the_operation_takes_a_token()
    {
        Credentials = Credentials.WithApplication("app", PrivateKey);

        await RunAsync("await new SecurityClient(api).UseJwtAsync();");

        Assert.That(Sent.Authorization, Does.Match(@"^Bearer [\w-]+\.[\w-]+\.[\w-]+$"));
    }

    [Test]
    public async Task The_application_in_a_path_is_the_one_whose_token_is_sent()
    {
        Credentials = Credentials.WithApplication("app", PrivateKey);

        await RunAsync("""
            var client = new SecurityClient(api);
            await client.UseOwnAsync("one");
            await client.UseOwnAsync("one", new Vonage.Core.RequestOptions { Credentials = Vonage.VonageCredentials.FromApplication("other app", @"{KEY}") });
            """.Replace("{KEY}", PrivateKey, StringComparison.Ordinal));

        Assert.That(Wire.Requests.Select(r => r.Path), Is.EqualTo((string[])["/own/app/things/one", "/own/other%20app/things/one"]));
    }

    [Test]
    public async Task Without_an_application_a_path_that_needs_one_is_not_requested()
    {
        var error = await Assert.ThrowsAsync<MissingCredentialsException>(() => RunAsync("""await new SecurityClient(api).UseOwnAsync("one");"""));

        Assert.That(error!.Message, Does.StartWith("Security.useOwn was not sent"));
        Assert.That(Wire.Requests, Is.Empty);
    }

    [Test]
    public async Task Basic_where_the_operation_takes_basic()
    {
        Credentials = Credentials.WithApplication("app", PrivateKey);

        await RunAsync("await new SecurityClient(api).UseBasicAsync();");

        Assert.That(Sent.Authorization, Is.EqualTo(Basic));
    }

    [Test]
    public async Task The_first_scheme_that_the_credentials_serve_where_the_operation_takes_several()
    {
        await RunAsync("await new SecurityClient(api).UseEitherAsync();");
        Credentials = Credentials.WithApplication("app", PrivateKey);
        await RunAsync("await new SecurityClient(api).UseEitherAsync();");

        Assert.That(Wire.Requests.Select(r => r.Authorization.Split(' ')[0]), Is.EqualTo((string[])["Basic", "Bearer"]));
    }

    [Test]
    public async Task Key_and_secret_in_the_query_where_the_spec_says_so()
    {
        await RunAsync("await new SecurityClient(api).UseQueryAsync();");

        Assert.That(Sent.Query, Is.EqualTo("api_key=abcd1234&api_secret=secret"));
        Assert.That(Sent.Authorization, Is.Empty);
    }

    [Test]
    public async Task Key_and_secret_among_the_fields_where_the_spec_says_so()
    {
        await RunAsync("""await new SecurityClient(api).UseBodyAsync(new Form("hi"));""");

        Assert.That(Sent.Body.Split('&'), Is.EquivalentTo((string[])["text=hi", "api_key=abcd1234", "api_secret=secret"]));
        Assert.That(Sent.Target, Is.EqualTo("/form"));
    }

    [Test]
    public async Task A_signature_where_the_spec_says_so()
    {
        Credentials = VonageCredentials.FromSignature("abcd1234", "signing");

        await RunAsync("""await new SecurityClient(api).UseSignatureAsync(text: "hi");""");

        Assert.That(Sent.Query, Does.Match("^text=hi&api_key=abcd1234&timestamp=[0-9]+&sig=[0-9a-f]{32}$"));
    }

    [Test]
    public async Task Nothing_where_the_spec_wants_nothing()
    {
        await RunAsync("await new SecurityClient(api).UseNoneAsync();");

        Assert.That((Sent.Authorization, Sent.Target), Is.EqualTo((string.Empty, "/open")));
    }

    [Test]
    public async Task Credentials_that_do_not_serve_are_told_before_anything_is_sent()
    {
        var error = await Assert.ThrowsAsync<MissingCredentialsException>(() => RunAsync("await new SecurityClient(api).UseJwtAsync();"));

        Assert.That(error!.Message, Does.StartWith("Security.useJwt was not sent"));
        Assert.That(error.Accepted, Is.EqualTo((ApiAuthentication[])[ApiAuthentication.Jwt]));
        Assert.That(Wire.Requests, Is.Empty);
    }

    [TestCase("UseNoneAsync", "api.example.com", "/open")]
    [TestCase("GoElsewhereAsync", "rest.example.com", "/elsewhere")]
    [TestCase("GoToFilesAsync", "files.example.com", "/files")]
    [TestCase("GoToRegionAsync", "api.example.com", "/regional")]
    public async Task A_request_goes_to_the_server_of_its_operation(string method, string host, string path)
    {
        await RunAsync($"await new SecurityClient(api).{method}();");

        Assert.That((Sent.Host, Sent.Path), Is.EqualTo((host, path)));
    }

    [TestCase(VonageRegion.UnitedStates, "api-us.example.com")]
    [TestCase(VonageRegion.Europe, "api-eu.example.com")]
    [TestCase(VonageRegion.AsiaPacific, "api-ap.example.com")]
    public async Task A_region_moves_the_operations_that_have_servers_there_and_no_others(VonageRegion region, string host)
    {
        Options.Region = region;

        await RunAsync("""
            var client = new SecurityClient(api);
            await client.GoToRegionAsync();
            await client.GoElsewhereAsync();
            """);

        Assert.That(Wire.Requests.Select(r => r.Host), Is.EqualTo((string[])[host, "rest.example.com"]));
    }

    private static string CreateKey()
    {
        using var key = RSA.Create(2048);
        return key.ExportPkcs8PrivateKeyPem();
    }
}
