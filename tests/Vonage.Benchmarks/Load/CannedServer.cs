using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Vonage.Benchmarks.Operations;

namespace Vonage.Benchmarks.Load;

/// <summary>The other end of the load: Kestrel, in a process of its own, that reads each request and answers from memory.</summary>
internal static class CannedServer
{
    /// <summary>Runs until its input ends. The address is the first line of its output.</summary>
    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var server = builder.Build();
        Answer(server, "/sms/json", SmsSend.Reply);
        Answer(server, "/v1/messages", MessagesText.Reply);
        await server.StartAsync();
        Console.WriteLine(server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        await Console.In.ReadToEndAsync();
    }

    private static void Answer(WebApplication server, string path, string reply)
    {
        var bytes = Encoding.UTF8.GetBytes(reply);
        server.MapPost(path, async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = bytes.Length;
            await context.Response.Body.WriteAsync(bytes);
        });
    }
}
