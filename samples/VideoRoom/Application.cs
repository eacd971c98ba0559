using Vonage.Testing;
using Vonage.Video;

namespace VideoRoom;

/// <summary>
/// The page, the requests that it makes, and the webhooks. In the Vonage dashboard, set the URL /webhooks/video for the events of the video
/// capability, with signed callbacks.
/// </summary>
public static class Application
{
    private const int MaxName = 100;

    public static bool HasCredentials(string[] args) => WebApplication.CreateBuilder(args).Configuration["Vonage:ApplicationId"] is not null;

    /// <param name="args">The arguments of the program.</param>
    /// <param name="simulator">The simulator to use; null for Vonage.</param>
    public static WebApplication Create(string[] args, VonageSimulator? simulator)
    {
        var builder = WebApplication.CreateBuilder(args);
        if (simulator is not null)
            builder.Configuration.AddInMemoryCollection(Settings(simulator));
        builder.Services.AddVonage(builder.Configuration.GetSection("Vonage"));
        builder.Services.AddSingleton<Room>();
        var app = builder.Build();
        // The page has no scripts of other hosts. The Video SDK needs its own host here.
        app.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = "default-src 'self'";
            return next();
        });
        app.UseDefaultFiles();
        app.UseStaticFiles();
        MapRoom(app, simulator);
        app.MapVonageWebhook<VideoEvent>("/webhooks/video", (happened, context) =>
        {
            context.RequestServices.GetRequiredService<Room>().Add(happened);
            return Task.CompletedTask;
        });
        if (simulator is not null)
            app.Lifetime.ApplicationStarted.Register(() => simulator.Webhooks.VideoEvent = new Uri(new Uri(app.Urls.First()), "/webhooks/video"));
        return app;
    }

    // A real application admits only users who have logged in, and lets only some of them record.
    private static void MapRoom(WebApplication app, VonageSimulator? simulator)
    {
        app.MapPost("/room/tickets", async (Visitor visitor, Room room, CancellationToken cancellationToken) =>
        {
            if (string.IsNullOrWhiteSpace(visitor.Name) || visitor.Name.Length > MaxName)
                return Results.BadRequest($"A name has 1 to {MaxName} characters.");
            var ticket = await room.AdmitAsync(visitor.Name, cancellationToken);
            if (simulator is not null)
                await (await simulator.Webhooks.JoinVideoSessionAsync(ticket.Token, cancellationToken)).PublishAsync(visitor.Name, VideoType.Camera, cancellationToken);
            return Results.Ok(ticket);
        });
        app.MapPost("/room/recording", async (Recording recording, Room room, CancellationToken cancellationToken) =>
            Results.Ok(new Recording(await room.RecordAsync(recording.IsOn, cancellationToken))));
        app.MapGet("/room/activity", (Room room) => room.Activity);
    }

    private static Dictionary<string, string?> Settings(VonageSimulator simulator)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Vonage:ApplicationId"] = simulator.ApplicationId,
            ["Vonage:PrivateKey"] = simulator.PrivateKeyPem,
            ["Vonage:ApiKey"] = simulator.ApiKey,
            ["Vonage:ApiSecret"] = simulator.ApiSecret,
            ["Vonage:SignatureSecret"] = simulator.SignatureSecret,
        };
        foreach (var (host, address) in simulator.Hosts)
            settings[$"Vonage:Hosts:{host}"] = address.OriginalString;
        return settings;
    }

    private sealed record Visitor(string Name);

    private sealed record Recording(bool IsOn);
}
