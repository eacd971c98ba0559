using Vonage.Core;

namespace Vonage.Voice;

/// <content>Actions that connect calls.</content>
public partial class Ncco
{
    /// <summary>Adds an action that adds the call to a conference.</summary>
    /// <param name="name">The name of the conference. Calls with the same name join the same conference.</param>
    /// <returns>This NCCO.</returns>
    /// <exception cref="InvalidRequestException">The name is missing. The message names the action, field and rule.</exception>
    public Ncco Conversation(string name) => Add(new ConversationAction(name));

    /// <summary>Adds an action that adds the call to a conference with further settings, such as music on hold and recording.</summary>
    /// <param name="name">The name of the conference. Calls with the same name join the same conference.</param>
    /// <param name="configure">Sets the properties of the action: <c>conference => conference.Record = true</c>.</param>
    /// <returns>This NCCO.</returns>
    /// <exception cref="InvalidRequestException">A value is not valid, or two values cannot be combined. The message names the action, field and rule.</exception>
    public Ncco Conversation(string name, Action<ConversationAction> configure) => Add(new ConversationAction(name), configure);

    /// <summary>Adds an action that calls another endpoint and connects it to the call.</summary>
    /// <param name="endpoint">The endpoint to call: a <see cref="ConnectPhoneEndpoint"/>, <see cref="ConnectAppEndpoint"/>, <see cref="ConnectWebsocketEndpoint"/>, <see cref="ConnectSipEndpoint"/> or <see cref="ConnectVbcEndpoint"/>.</param>
    /// <param name="from">The caller ID, one of your numbers: digits only, starting with the country code.</param>
    /// <returns>This NCCO.</returns>
    /// <exception cref="InvalidRequestException">A value is not valid. The message names the action, field and rule.</exception>
    public Ncco Connect(ConnectEndpoint endpoint, string? from = null) => Add(new ConnectAction { Endpoint = { endpoint }, From = from });

    /// <summary>Adds an action that calls another endpoint and connects it to the call with further settings, such as timeouts and answering machine detection.</summary>
    /// <param name="endpoint">The endpoint to call: a <see cref="ConnectPhoneEndpoint"/>, <see cref="ConnectAppEndpoint"/>, <see cref="ConnectWebsocketEndpoint"/>, <see cref="ConnectSipEndpoint"/> or <see cref="ConnectVbcEndpoint"/>.</param>
    /// <param name="configure">Sets the properties of the action: <c>connect => connect.Timeout = TimeSpan.FromSeconds(20)</c>.</param>
    /// <returns>This NCCO.</returns>
    /// <exception cref="InvalidRequestException">A value is out of range, or two values cannot be combined. The message names the action, field and rule.</exception>
    public Ncco Connect(ConnectEndpoint endpoint, Action<ConnectAction> configure) => Add(new ConnectAction { Endpoint = { endpoint } }, configure);

    /// <summary>Adds an action that moves the legs of the call to an existing conversation.</summary>
    /// <param name="conversationUuid">The UUID of the conversation: <c>CON-</c> followed by a UUID.</param>
    /// <returns>This NCCO.</returns>
    /// <exception cref="InvalidRequestException">The UUID is missing. The message names the action, field and rule.</exception>
    public Ncco Transfer(string conversationUuid) => Add(new TransferAction(conversationUuid));

    /// <summary>Adds an action that moves the legs of the call to an existing conversation with further settings, such as who hears whom.</summary>
    /// <param name="conversationUuid">The UUID of the conversation: <c>CON-</c> followed by a UUID.</param>
    /// <param name="configure">Sets the properties of the action: <c>transfer => transfer.Mute = true</c>.</param>
    /// <returns>This NCCO.</returns>
    /// <exception cref="InvalidRequestException">The UUID is missing. The message names the action, field and rule.</exception>
    public Ncco Transfer(string conversationUuid, Action<TransferAction> configure) => Add(new TransferAction(conversationUuid), configure);
}
