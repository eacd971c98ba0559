using System.Globalization;
using Vonage.Core;

namespace Vonage.Conversations;

/// <summary>Methods for events that the API returned.</summary>
public static class ConversationsClientExtensions
{
    /// <summary>Gets an event of a conversation by its ID as text, such as <see cref="RtcEvent.Id"/>.</summary>
    /// <param name="client">The client.</param>
    /// <param name="conversationId">The ID of the conversation.</param>
    /// <param name="eventId">The ID of the event in its conversation, a whole number.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The event.</returns>
    /// <exception cref="InvalidRequestException">The ID of the event is missing, or is not a whole number. Nothing was sent.</exception>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    public static Task<RtcEvent> GetEventAsync(this IConversationsClient client, string conversationId, string eventId, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.GetEventAsync(conversationId, NumberOf(eventId), requestOptions, cancellationToken);
    }

    /// <summary>Deletes an event of a conversation by its ID as text, such as <see cref="RtcEvent.Id"/>.</summary>
    /// <param name="client">The client.</param>
    /// <param name="conversationId">The ID of the conversation.</param>
    /// <param name="eventId">The ID of the event in its conversation, a whole number.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>A task that ends when the event has been deleted.</returns>
    /// <exception cref="InvalidRequestException">The ID of the event is missing, or is not a whole number. Nothing was sent.</exception>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    public static Task DeleteEventAsync(this IConversationsClient client, string conversationId, string eventId, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.DeleteEventAsync(conversationId, NumberOf(eventId), requestOptions, cancellationToken);
    }

    // The API names events by numbers, and some of its webhooks write them as text.
    private static int NumberOf(string eventId)
    {
        Check.Required("event_id", eventId);
        return int.TryParse(eventId, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new InvalidRequestException("event_id", "must be a whole number, such as 100. Use the Id of an event of the conversation.");
    }
}
