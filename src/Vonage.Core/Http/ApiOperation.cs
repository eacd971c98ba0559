namespace Vonage.Core;

/// <summary>What never changes about an operation: its name, method, server and the ways in that it accepts.</summary>
public sealed class ApiOperation
{
    /// <summary>Creates the description of an operation. Generated clients hold one for each of theirs.</summary>
    /// <param name="name">The API and the operation, as errors and telemetry call it: <c>Messages.send</c>.</param>
    /// <param name="method">The HTTP method in capitals.</param>
    /// <param name="pathTemplate">The path as the document writes it: <c>/v1/calls/{uuid}</c>.</param>
    /// <param name="server">The server the operation lives on.</param>
    /// <param name="authentication">The schemes that the operation accepts, the preferred one first. Empty: none is needed.</param>
    public ApiOperation(string name, string method, string pathTemplate, ApiServer server, params AuthenticationScheme[] authentication)
    {
        Name = name;
        Method = method switch
        {
            "GET" => HttpMethod.Get,
            "POST" => HttpMethod.Post,
            "PUT" => HttpMethod.Put,
            "DELETE" => HttpMethod.Delete,
            _ => new HttpMethod(method),
        };
        PathTemplate = pathTemplate;
        Server = server;
        Schemes = authentication;
    }

    /// <summary>The API and the operation, as errors and telemetry call it.</summary>
    public string Name { get; }

    /// <summary>The HTTP method.</summary>
    public HttpMethod Method { get; }

    /// <summary>The path as the document writes it, parameters in braces.</summary>
    public string PathTemplate { get; }

    /// <summary>The server the operation lives on, unless a host override says otherwise.</summary>
    public ApiServer Server { get; }

    /// <summary>The schemes that the operation accepts, the preferred one first.</summary>
    public IReadOnlyList<AuthenticationScheme> Authentication => Schemes;

    /// <summary>
    /// Makes an error of the API's own kind from a reply that reports one; <see langword="null"/>, from it or in its place, for the
    /// provider's usual kind. An API's hand-written part sets it once, before the first call.
    /// </summary>
    public Func<ApiReply, ApiException?>? FindError { get; set; }

    internal AuthenticationScheme[] Schemes { get; }

    /// <summary>Whether a reply that is read as a string is wanted as text, even if it is JSON.</summary>
    internal bool IsReplyText { get; init; }
}
