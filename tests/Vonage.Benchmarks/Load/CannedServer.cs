using System.Text;
using Microsoft.AspNetCore.Builder;
using Vonage.Benchmarks.Operations;

namespace Vonage.Benchmarks.Load;

/// <summary>Reads each request and answers from memory.</summary>
internal static class CannedServer
{
    public static Task RunAsync() => Server.RunAsync(
        _ => { },
        server =>
        {
            Answer(server, "/sms/json", SmsSend.Reply);
            Answer(server, "/v1/messages", MessagesText.Reply);
        });

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
