using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using RestSharp;
using Vonage.Core.Pipeline;
using Vonage.Raw;

namespace Vonage.Core.Tests;

/// <summary>What an HttpClient that follows redirects takes to another host: two real servers, and the client that a user makes first.</summary>
internal sealed class RedirectTests : ServerTest
{
    private LoopbackServer _other = null!;

    [SetUp]
    public async Task StartOtherAsync()
    {
        _other = await LoopbackServer.StartAsync();
        Redirect(307);
    }

    [TearDown]
    public async Task StopOtherAsync() => await _other.DisposeAsync();

    [Test]
    public async Task A_request_with_an_empty_body_does_not_follow_one_either()
    {
        using var http = new HttpClient();
        var error = await FailAsync(new VonageApiClient(http, Keys.All, Options()).SendAsync(new ApiRequest(Operations.With("DELETE", ApiAuthentication.Basic), "/legacy", null)));
        Assert.That(error.Message, Does.Contain("on its own. Its body was not sent there."));
        Assert.That((Server.Requests.Count, _other.Requests.Count), Is.EqualTo((1, 0)));
    }

    [TestCase(307, "Body")]
    [TestCase(308, "Body")]
    [TestCase(307, "Signature")]
    [TestCase(307, "Basic")]
    [TestCase(307, "Jwt")]
    public async Task A_body_does_not_follow_a_redirect(int status, string scheme)
    {
        Redirect(status);
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("X-Gateway-Key", "secret");
        var error = await FailAsync(new VonageApiClient(http, Keys.All, Options()).SendAsync(
            new ApiRequest(Operations.With("POST", Scheme(scheme)), "/legacy", null).Json(new Thing { Name = "text" })));
        Assert.That(error.Message, Does.Contain($"redirect to http://127.0.0.1:{_other.Address.Port} on its own. Its body was not sent there.").And.Contain("AllowAutoRedirect = false"));
        Assert.That((Server.Requests.Count, _other.Requests.Count), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task Neither_do_files()
    {
        using var http = new HttpClient();
        var request = new ApiRequest(Operations.With("POST", ApiAuthentication.Basic), "/legacy", null).Multipart(new File());
        await FailAsync(new VonageApiClient(http, Keys.All, Options()).SendAsync(request));
        Assert.That((Server.Requests.Count, _other.Requests.Count), Is.EqualTo((1, 0)));
    }

    [TestCase("Basic")]
    [TestCase("Body")]
    public async Task Neither_do_the_bodies_of_RestSharp(string scheme)
    {
        using var http = new HttpClient();
        var raw = new RawClient(http, Keys.All, Options());
        foreach (var request in new[]
        {
            new RestRequest("https://rest.nexmo.com/a", Method.Post).AddJsonBody(new Thing { Name = "text" }),
            new RestRequest("https://rest.nexmo.com/a", Method.Post).AddParameter("text", "text"),
            new RestRequest("https://rest.nexmo.com/a", Method.Post).AddFile("upload", [1, 2, 3], "a.bin"),
        })
            await FailAsync(raw.SendAsync(request, Scheme(scheme)));
        Assert.That((Server.Requests.Count, _other.Requests.Count), Is.EqualTo((3, 0)));
    }

    [TestCase("GET", 302)]
    [TestCase("POST", 303)]
    public async Task What_followed_without_a_body_is_an_error_that_says_so(string method, int status)
    {
        Redirect(status);
        using var http = new HttpClient();
        var error = await FailAsync(new VonageApiClient(http, Keys.All, Options()).SendAsync(new ApiRequest(Operations.With(method, ApiAuthentication.Basic), "/legacy", null)));
        Assert.That(error.Message, Does.Contain($"redirect to http://127.0.0.1:{_other.Address.Port} on its own").And.Contain("Its headers were sent there"));
        Assert.That(_other.Request.Header("Authorization"), Is.Null);
    }

    [TestCase("GET")]
    [TestCase("POST")]
    public async Task The_error_does_not_show_a_password_in_the_address(string method)
    {
        Server.Answer = context =>
        {
            (context.Response.StatusCode, context.Response.Headers.Location) = (307, $"http://user:pa55word@127.0.0.1:{_other.Address.Port}/elsewhere");
            return Task.CompletedTask;
        };
        using var http = new HttpClient();
        var error = await FailAsync(new VonageApiClient(http, Keys.All, Options()).SendAsync(new ApiRequest(Operations.With(method, ApiAuthentication.KeyInBody), "/legacy", null)));
        Assert.That(error.ToString(), Does.Contain($"redirect to http://127.0.0.1:{_other.Address.Port} on its own").And.Not.Contain("pa55word"));
    }

    [TestCase("GET", 302)]
    [TestCase("GET", 307)]
    [TestCase("GET", 308)]
    public async Task A_detour_that_leads_back_is_an_error_that_says_so(string method, int status)
    {
        LeadBack(status);
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("X-Gateway-Key", "secret");
        var error = await FailAsync(new VonageApiClient(http, Keys.All, Options()).SendAsync(new ApiRequest(Operations.With(method, ApiAuthentication.Basic), "/legacy", null)));
        Assert.That((Server.Requests.Count, _other.Requests.Count), Is.EqualTo((2, 1)));
        Assert.That(error.Message, Does.Contain($"redirect to http://127.0.0.1:{Server.Address.Port} on its own. It came back from another address").And.Contain("AllowAutoRedirect = false"));
    }

    [Test]
    public async Task A_request_with_an_empty_body_makes_no_detour()
    {
        LeadBack(308);
        using var http = new HttpClient();
        var error = await FailAsync(new VonageApiClient(http, Keys.All, Options()).SendAsync(new ApiRequest(Operations.With("DELETE", ApiAuthentication.Basic), "/legacy", null)));
        Assert.That((Server.Requests.Count, _other.Requests.Count), Is.EqualTo((1, 0)));
        Assert.That(error.Message, Does.Contain("Its body was not sent there."));
    }

    [TestCase("Basic", 302)]
    [TestCase("Jwt", 307)]
    [TestCase("Query", 307)]
    [TestCase("Signature", 302)]
    public async Task A_detour_takes_no_credentials_along(string scheme, int status)
    {
        LeadBack(status);
        using var http = new HttpClient();
        var request = new ApiRequest(Operations.With("GET", Scheme(scheme)), "/legacy", null).Query("to", "447700900000");
        await FailAsync(new VonageApiClient(http, Keys.All, Options()).SendAsync(request));
        Assert.That((_other.Request.Header("Authorization"), _other.Request.Query, _other.Request.Text), Is.EqualTo(((string?)null, "", "")));
    }

    [Test]
    public async Task A_handler_that_selects_a_server_and_restores_the_address_follows_none()
    {
        _other.Reply(200, "{}");
        using var http = new HttpClient(new Selecting(_other.Address) { InnerHandler = new HttpClientHandler() });
        await new VonageApiClient(http, Keys.All, Options()).SendAsync(Operations.GetThing());
        Assert.That((Server.Requests.Count, _other.Requests.Count), Is.EqualTo((0, 1)));
    }

    [Test]
    public async Task A_download_is_redirected_by_the_library_or_not_at_all()
    {
        Redirect(302);
        using var following = new HttpClient();
        await FailAsync(new VonageApiClient(following, Keys.All, Options()).DownloadAsync(Operations.GetThing(), Stream.Null));
        _other.Requests.Clear();
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        await new VonageApiClient(http, Keys.All, Options()).DownloadAsync(Operations.GetThing(), Stream.Null);
        Assert.That(_other.Request.Header("Authorization"), Is.Null);
    }

    [TestCase("POST")]
    [TestCase("GET")]
    public async Task The_librarys_own_connections_follow_none(string method)
    {
        var error = (await Assert.ThrowsAsync<VonageApiException>(() => Client().SendAsync(new ApiRequest(Operations.With(method, ApiAuthentication.KeyInBody), "/legacy", null))))!;
        Assert.That((error.StatusCode, _other.Requests.Count), Is.EqualTo(((HttpStatusCode?)HttpStatusCode.TemporaryRedirect, 0)));
    }

    [Test]
    public async Task A_handler_may_send_the_same_message_again_to_the_same_address()
    {
        Server.Reply(200, "{}");
        using var http = new HttpClient(new TwiceHandler { InnerHandler = new HttpClientHandler() });
        await new VonageApiClient(http, Keys.All, Options()).SendAsync(Operations.CreateThing(new Thing { Name = "again" }));
        Assert.That(Server.Requests.Select(r => r.Text), Is.EqualTo((string[])["""{"name":"again"}""", """{"name":"again"}"""]));
    }

    private static ApiAuthentication Scheme(string name) => name switch
    {
        "Body" => ApiAuthentication.KeyInBody,
        "Query" => ApiAuthentication.KeyInQuery,
        "Signature" => ApiAuthentication.Signature,
        "Basic" => ApiAuthentication.Basic,
        _ => ApiAuthentication.Jwt,
    };

    private static async Task<ApiConnectionException> FailAsync(Task call) => (await Assert.ThrowsAsync<ApiConnectionException>(() => call))!;

    /// <summary>The first request goes to the other server, which sends it back to where it came from.</summary>
    private void LeadBack(int status)
    {
        Uri? from = null;
        Server.Answer = context =>
        {
            if (from is not null)
                return LoopbackServer.Json(context, 200, "{}");
            from = new Uri(context.Request.GetEncodedUrl());
            return Send(context, new Uri(_other.Address, "/elsewhere"));
        };
        _other.Answer = context => Send(context, from!);

        Task Send(HttpContext context, Uri target)
        {
            (context.Response.StatusCode, context.Response.Headers.Location) = (status, target.AbsoluteUri);
            return Task.CompletedTask;
        }
    }

    private void Redirect(int status) => Server.Answer = context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = new Uri(_other.Address, "/elsewhere").AbsoluteUri;
        return Task.CompletedTask;
    };

    private sealed class File : IMultipartContent
    {
        public void WriteTo(MultipartWriter writer) => writer.File("file", new FileContent(new MemoryStream([1, 2, 3]), "a.bin"));
    }

    private sealed class Selecting(Uri server) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var address = request.RequestUri;
            request.RequestUri = new Uri(server, address!.PathAndQuery);
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            finally
            {
                request.RequestUri = address;
            }
        }
    }
}
