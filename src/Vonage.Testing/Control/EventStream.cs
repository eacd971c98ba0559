using Microsoft.AspNetCore.Http;

namespace Vonage.Testing.Control;

/// <summary>Server-sent events: which kinds of record have changed. Changes that come fast are told together, so that a reader has time to look.</summary>
internal static class EventStream
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    private static readonly Changes[] Kinds = [Changes.Messages, Changes.Calls, Changes.Requests, Changes.Webhooks, Changes.Outcomes];

    public static async Task WriteAsync(HttpResponse response, ChangeFeed feed, CancellationToken cancellationToken)
    {
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        using var reader = feed.Open();
        // One who connects again has missed something.
        var changes = Changes.All;
        while (true)
        {
            foreach (var kind in Kinds.Where(kind => changes.HasFlag(kind)))
                await response.WriteAsync($"event: {Name(kind)}\ndata: {{}}\n\n", cancellationToken).ConfigureAwait(false);
            if (changes == Changes.None)
                await response.WriteAsync(": still here\n\n", cancellationToken).ConfigureAwait(false);
            await response.Body.FlushAsync(cancellationToken).ConfigureAwait(false);
            await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
            changes = await NextAsync(reader, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<Changes> NextAsync(ChangeFeed.Reader reader, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Heartbeat);
        try
        {
            return await reader.ReadAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Changes.None;
        }
    }

    private static string Name(Changes kind) => kind switch
    {
        Changes.Messages => "messages",
        Changes.Calls => "calls",
        Changes.Requests => "requests",
        Changes.Webhooks => "webhooks",
        _ => "outcomes",
    };
}
