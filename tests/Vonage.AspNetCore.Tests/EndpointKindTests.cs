using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Vonage.Messages;
using Vonage.Testing;

namespace Vonage.AspNetCore.Tests;

/// <summary>RequireVonageSignature protects endpoints of any kind, alone and in a group, or says that it cannot.</summary>
internal sealed class EndpointKindTests
{
    private static readonly WebhookSigner Signer = new(WebServer.ApiKey, WebServer.Secret);

    private static readonly Dictionary<string, (string Path, Func<Microsoft.AspNetCore.Routing.IEndpointRouteBuilder, IEndpointConventionBuilder> Map)> Protected = new()
    {
        ["handler"] = ("/handler", app => app.MapPost("/handler", () => "inside")),
        ["request delegate"] = ("/delegate", app => app.MapPost("/delegate", context => context.Response.WriteAsync("inside"))),
        ["any method"] = ("/any", app => app.Map("/any", () => "inside")),
        ["short circuit"] = ("/short", app => app.MapPost("/short", () => "inside").ShortCircuit()),
        ["health check"] = ("/health", app => app.MapHealthChecks("/health")),
        ["fallback"] = ("/nowhere", app => app.MapFallback(() => "inside")),
        ["controllers"] = ("/unsigned/status", app => app.MapControllers()),
        ["conventional controllers"] = ("/Conventional/Act", app => app.MapControllerRoute("default", "{controller}/{action}")),
        ["hub"] = ("/hub/negotiate?negotiateVersion=1", app => app.MapHub<EmptyHub>("/hub")),
        ["webhook"] = ("/webhook", app => app.MapVonageWebhook<MessageStatusEvent>("/webhook", _ => Task.CompletedTask)),
    };

    private static readonly Dictionary<string, (string Path, Func<Microsoft.AspNetCore.Routing.IEndpointRouteBuilder, IEndpointConventionBuilder> Map)> Unprotected = new()
    {
        ["razor page"] = ("/Open", app => app.MapRazorPages()),
        ["fallback to a page"] = ("/nowhere", app => app.MapFallbackToPage("/Open")),
        ["fallback to a controller"] = ("/nowhere", app => app.MapFallbackToController("Act", "Conventional")),
        ["razor component"] = ("/component", app => app.MapRazorComponents<RootComponent>()),
    };

    public static IEnumerable<string> ProtectedKinds => Protected.Keys;

    public static IEnumerable<string> UnprotectedKinds => Unprotected.Keys;

    [Test]
    public async Task An_unsigned_request_is_refused([ValueSource(nameof(ProtectedKinds))] string kind, [Values] bool isInGroup, [Values("GET", "POST")] string method)
    {
        var (path, map) = Protected[kind];
        await using var server = await StartAsync(map, isInGroup);
        using var request = new HttpRequestMessage(new HttpMethod(method), server.At(path)) { Content = method == "POST" ? new StringContent("{}", Encoding.UTF8, "application/json") : null };

        using var response = await server.Http.SendAsync(request);

        Assert.That(response.StatusCode, Is.EqualTo(method == "POST" ? HttpStatusCode.Unauthorized : HttpStatusCode.MethodNotAllowed), server.Log.Text);
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Not.Contain("inside").And.Not.Contain("Healthy"));
    }

    [Test]
    public async Task A_signed_request_is_served([ValueSource(nameof(ProtectedKinds))] string kind, [Values] bool isInGroup)
    {
        var (path, map) = Protected[kind];
        await using var server = await StartAsync(map, isInGroup);

        using var response = await server.Http.SendAsync(Signer.CreateJsonRequest(server.At(path), """{"channel":"sms","status":"delivered"}"""));

        Assert.That((int)response.StatusCode, Is.InRange(200, 204), server.Log.Text);
    }

    [Test]
    public void What_cannot_be_protected_stops_the_host([ValueSource(nameof(UnprotectedKinds))] string kind, [Values] bool isInGroup)
    {
        var (_, map) = Unprotected[kind];
        Assert.That(() => StartAsync(map, isInGroup), Throws.InvalidOperationException.With.Message.Contains("RequireVonageSignature cannot protect the endpoint"));
    }

    [Test]
    public async Task A_file_is_protected_like_any_endpoint([Values] bool isFallback)
    {
        var root = Directory.CreateTempSubdirectory();
        await File.WriteAllTextAsync(Path.Combine(root.FullName, "index.html"), "inside");
        using var files = new PhysicalFileProvider(root.FullName);
        await using var server = await StartAsync(
            app => isFallback
                ? app.MapFallbackToFile("index.html", new StaticFileOptions { FileProvider = files })
                : app.MapGet("/any", () => Results.File(Path.Combine(root.FullName, "index.html"))),
            isInGroup: false);

        using var unsigned = await server.Http.GetAsync(server.At("/any"));
        using var signed = await server.Http.SendAsync(Signer.CreateQueryRequest(server.At("/any"), []));

        Assert.That(unsigned.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await signed.Content.ReadAsStringAsync(), Is.EqualTo("inside"), server.Log.Text);
        root.Delete(recursive: true);
    }

    [Test]
    public async Task The_attribute_protects_a_razor_page()
    {
        await using var server = await WebServer.StartAsync(app => app.MapRazorPages(), AddServices);

        using var open = await server.Http.GetAsync(server.At("/Open"));
        using var get = await server.Http.GetAsync(server.At("/Signed"));
        using var unsigned = await server.Http.PostAsync(server.At("/Signed"), new StringContent("{}"));
        using var signed = await server.Http.SendAsync(Signer.CreateJsonRequest(server.At("/Signed"), "{}"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await open.Content.ReadAsStringAsync(), Does.Contain("the open page"));
            Assert.That(get.StatusCode, Is.EqualTo(HttpStatusCode.MethodNotAllowed));
            Assert.That(unsigned.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That(await signed.Content.ReadAsStringAsync(), Does.Contain($"the signed page of {WebServer.ApiKey}"), server.Log.Text);
        }
    }

    [Test]
    public async Task An_endpoint_without_a_verifier_is_an_error_and_not_open()
    {
        await using var server = await WebServer.StartAsync(app => app.MapPost("/x", () => "inside").RequireVonageSignature(), _ => { });
        using var response = await server.Http.SendAsync(Signer.CreateJsonRequest(server.At("/x"), "{}"));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.InternalServerError));
        Assert.That(server.Log.Text, Does.Contain("AddVonageWebhooks"));
    }

    private static Task<WebServer> StartAsync(Func<Microsoft.AspNetCore.Routing.IEndpointRouteBuilder, IEndpointConventionBuilder> map, bool isInGroup) => WebServer.StartAsync(
        app =>
        {
            app.UseAntiforgery();
            if (isInGroup)
                map(app.MapGroup("").RequireVonageSignature());
            else
                map(app).RequireVonageSignature();
        },
        AddServices);

    private static void AddServices(IServiceCollection services)
    {
        services.AddVonageWebhooks(webhooks => webhooks.Secrets.Add(WebServer.ApiKey, WebServer.Secret));
        services.AddControllersWithViews().AddApplicationPart(typeof(HooksController).Assembly);
        services.AddRazorPages();
        services.AddRazorComponents();
        services.AddSignalR();
        services.AddHealthChecks();
    }

    private sealed class EmptyHub : Hub;
}

[Route("unsigned")]
public sealed class UnsignedController : Controller
{
    [Route("status")]
    public IActionResult Status() => Content("inside");
}

public sealed class ConventionalController : Controller
{
    public IActionResult Act() => Content("inside");
}
