using System.Collections.Concurrent;
using Vonage.Video;

namespace VideoRoom;

/// <summary>One video session, and what happens in it.</summary>
public sealed class Room(IVideoClient video) : IDisposable
{
    private readonly ConcurrentQueue<string> _activity = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private VideoSession? _session;
    private string? _archiveId;

    /// <summary>What the webhooks have reported.</summary>
    public IReadOnlyCollection<string> Activity => _activity;

    /// <summary>Lets a visitor into the session, with a token that the visitor has to use within an hour.</summary>
    public async Task<Ticket> AdmitAsync(string name, CancellationToken cancellationToken)
    {
        var session = await InTurnAsync(() => OpenAsync(cancellationToken), cancellationToken);
        var token = video.CreateClientToken(session.SessionId, new() { ConnectionData = $"name={name}", Lifetime = TimeSpan.FromHours(1) });
        return new Ticket(session.ApplicationId, session.SessionId, token);
    }

    /// <summary>Starts or stops a recording, and returns whether one is running.</summary>
    public Task<bool> RecordAsync(bool isOn, CancellationToken cancellationToken) => InTurnAsync(async () =>
    {
        if (isOn && _archiveId is null)
            _archiveId = (await video.StartArchiveAsync(new((await OpenAsync(cancellationToken)).SessionId) { Layout = VideoLayout.BestFit() }, cancellationToken: cancellationToken)).Id;
        else if (!isOn && _archiveId is { } archiveId)
        {
            await video.StopArchiveAsync(archiveId, cancellationToken: cancellationToken);
            _archiveId = null;
        }

        return _archiveId is not null;
    }, cancellationToken);

    /// <summary>Remembers an event.</summary>
    public void Add(VideoEvent happened) => _activity.Enqueue(happened switch
    {
        ConnectionCreatedVideoEvent connected => $"{connected.Connection?.Data} connected",
        ConnectionDestroyedVideoEvent left => $"{left.Connection?.Data} left ({left.Reason})",
        StreamCreatedVideoEvent published => $"{published.Stream?.Name} publishes",
        StreamDestroyedVideoEvent ended => $"{ended.Stream?.Name} no longer publishes ({ended.Reason})",
        ArchiveVideoEvent archive => $"the recording is {archive.Status}",
        _ => happened.Event ?? "an unknown event",
    });

    public void Dispose() => _turn.Dispose();

    private async Task<VideoSession> OpenAsync(CancellationToken cancellationToken) =>
        _session ??= await video.CreateSessionAsync(cancellationToken: cancellationToken);

    private async Task<T> InTurnAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await work();
        }
        finally
        {
            _turn.Release();
        }
    }
}

/// <summary>What a client SDK needs to connect.</summary>
public sealed record Ticket(string? ApplicationId, string SessionId, string Token);
