using Vonage.Testing.State;
using Vonage.Video;

namespace Vonage.Testing;

/// <summary>A simulated client that is connected to a video session. Its methods do what a person in a browser does.</summary>
public sealed class SimulatedParticipant
{
    private readonly SharedState _shared;
    private readonly VideoRoom _room;
    private readonly VideoClientRecord _client;
    private readonly string[] _layoutClasses;

    internal SimulatedParticipant(SharedState shared, VideoRoom room, VideoClientRecord client, ClientRole role, string[] layoutClasses)
    {
        (_shared, _room, _client, _layoutClasses) = (shared, room, client, layoutClasses);
        Role = role;
    }

    /// <summary>The ID of the session.</summary>
    public string SessionId => _room.Id;

    /// <summary>The ID of the connection.</summary>
    public string ConnectionId => _client.Id;

    /// <summary>The role in the client token.</summary>
    public ClientRole Role { get; }

    /// <summary>The connection data in the client token; empty if there are none.</summary>
    public string ConnectionData => _client.Data;

    /// <summary>Indicates whether the client is connected. It is not after it left or was disconnected.</summary>
    public bool IsConnected
    {
        get
        {
            lock (_shared.Gate)
                return _room.Clients.Contains(_client);
        }
    }

    /// <summary>Indicates whether a stream of the client is muted.</summary>
    /// <param name="streamId">The ID of the stream.</param>
    /// <exception cref="ArgumentException">The client does not publish a stream with this ID.</exception>
    public bool IsMuted(string streamId)
    {
        lock (_shared.Gate)
            return Stream(streamId).IsMuted;
    }

    /// <summary>Publishes a stream, and waits until the events are sent.</summary>
    /// <param name="name">The name of the stream.</param>
    /// <param name="videoType">The source of the video; <see langword="null"/> for a stream that has only audio.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The ID of the stream.</returns>
    /// <exception cref="InvalidOperationException">The client is not connected, or its role does not let it publish.</exception>
    public async Task<string> PublishAsync(string name = "", VideoType? videoType = null, CancellationToken cancellationToken = default)
    {
        string streamId;
        lock (_shared.Gate)
        {
            if (!_room.Clients.Contains(_client))
                throw new InvalidOperationException("The client is not connected.");
            if (Role == ClientRole.Subscriber)
                throw new InvalidOperationException("The client token has the role subscriber, which does not let the client publish.");
            streamId = _shared.Video.Publish(_room, _client, name, videoType?.Value, _layoutClasses).Id;
        }

        await _shared.Webhooks.SettleAsync(cancellationToken).ConfigureAwait(false);
        return streamId;
    }

    /// <summary>Ends a stream, such as a shared screen, and waits until the events are sent.</summary>
    /// <param name="streamId">The ID of the stream.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="ArgumentException">The client does not publish a stream with this ID.</exception>
    public Task UnpublishAsync(string streamId, CancellationToken cancellationToken = default)
    {
        lock (_shared.Gate)
            _shared.Video.Unpublish(_room, _client, Stream(streamId), "mediaStopped");
        return _shared.Webhooks.SettleAsync(cancellationToken);
    }

    /// <summary>Leaves the session, and waits until the events are sent.</summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public Task LeaveAsync(CancellationToken cancellationToken = default)
    {
        lock (_shared.Gate)
            _shared.Video.Leave(_room, _client, "clientDisconnected");
        return _shared.Webhooks.SettleAsync(cancellationToken);
    }

    private VideoStreamRecord Stream(string streamId) =>
        _client.Streams.Find(stream => stream.Id == streamId) ?? throw new ArgumentException("The client does not publish a stream with this ID.", nameof(streamId));
}
