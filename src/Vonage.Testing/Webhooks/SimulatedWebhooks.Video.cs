using Vonage.Video;

namespace Vonage.Testing;

/// <content>Video sessions.</content>
public sealed partial class SimulatedWebhooks
{
    /// <summary>Connects a client to a video session with its client token, and waits until the events are sent to <see cref="VideoEvent"/>.</summary>
    /// <param name="clientToken">The token, from <see cref="IVideoClient.CreateClientToken"/>.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The client, which can publish streams and leave.</returns>
    /// <exception cref="ArgumentException">The token would be refused. The message gives the reason.</exception>
    public async Task<SimulatedParticipant> JoinVideoSessionAsync(string clientToken, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(clientToken);
        SimulatedParticipant participant;
        lock (_shared.Gate)
        {
            if (_shared.Video.Refuse(clientToken, null, out var claims) is { } error)
                throw new ArgumentException(error, nameof(clientToken));
            if (_shared.Video.Find(claims["session_id"]?.ToString()) is not { } room)
                throw new ArgumentException("The token is for a session that does not exist.", nameof(clientToken));
            var role = RoleOf(claims["role"]?.ToString()) ?? throw new ArgumentException("The token has no valid role.", nameof(clientToken));
            var client = _shared.Video.Enter(room, claims["connection_data"]?.ToString() ?? string.Empty);
            var classes = claims["initial_layout_class_list"]?.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
            participant = new SimulatedParticipant(_shared, room, client, role, classes);
        }

        await SettleAsync(cancellationToken).ConfigureAwait(false);
        return participant;
    }

    private static ClientRole? RoleOf(string? claim) => claim switch
    {
        "publisher" => ClientRole.Publisher,
        "subscriber" => ClientRole.Subscriber,
        "publisheronly" => ClientRole.PublisherOnly,
        "moderator" => ClientRole.Moderator,
        _ => null,
    };
}
