using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Vonage.Simulation.Answers;
using Vonage.Simulation.Authentication;
using Vonage.Simulation.Requests;
using Vonage.Simulation.Specs;
using Vonage.Simulation.Validation;

namespace Vonage.Simulation.Server;

/// <summary>Processes a request: guard, read, route, authenticate, validate, respond, record.</summary>
internal sealed class RequestHandler(SimulatedProvider provider, SimulatorOptions options, RequestLog log, ForcedAnswers forced)
{
    private const string HealthPath = "/health";
    private readonly Authenticator _authenticator = new(provider.Schemes);
    private readonly RouteTable _routes = provider.Documents.Routes;
    private readonly AliasTable _aliases = new(provider.Aliases);
    private readonly BrowserGuard _guard = new(options.AllowedHosts, HostsOf(provider));

    /// <summary>The hosts that a request can name before its path, or as its host.</summary>
    public IReadOnlySet<string> Hosts { get; } = HostsOf(provider);

    /// <summary>Handles a request to the simulator's own paths, and returns whether it was one.</summary>
    public required Func<HttpContext, CancellationToken, Task<bool>> Reserved { get; init; }

    /// <summary>Called after a request is recorded.</summary>
    public required Action<ReceivedRequest, Exchange?, ExchangeResponse> Answered { get; init; }

    public async Task HandleAsync(HttpContext context, CancellationToken stopping)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping, context.RequestAborted);
        try
        {
            if (_guard.Refuse(context.Request) is { } reason)
                await DocumentedReply.Problem(StatusCodes.Status403Forbidden, "Forbidden", reason).WriteAsync(context.Response, ending.Token).ConfigureAwait(false);
            else if (context.Request.Path == HealthPath)
                await Health().WriteAsync(context.Response, ending.Token).ConfigureAwait(false);
            else if (!await Reserved(context, ending.Token).ConfigureAwait(false))
                await AnswerAsync(context, ending.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            await DocumentedReply.Problem(e.StatusCode, "The request cannot be read", e.Message).WriteAsync(context.Response, ending.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            // The test sees the reason for the failure.
            await DocumentedReply.Problem(StatusCodes.Status500InternalServerError, "The simulator failed", e.ToString())
                .WriteAsync(context.Response, ending.Token).ConfigureAwait(false);
        }
    }

    private async Task AnswerAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var arrival = options.TimeProvider.GetTimestamp();
        var request = await RequestReader.ReadAsync(context, Hosts, options.TimeProvider.GetUtcNow()).ConfigureAwait(false);
        var (exchange, reply, order) = Decide(request);
        var hangsUp = order?.HangUp == true;
        request.StatusCode = hangsUp ? 0 : reply.Status;
        reply.Headers.TryAdd(FreshId.Header, Guid.NewGuid().ToString());
        if (!hangsUp)
            request.Reply = new SentResponse(reply);
        log.Add(request);
        Answered(request, exchange, reply);
        options.OnRequest?.Invoke(request);
        if (order is not null)
            await Task.Delay(order.Delay, options.TimeProvider, cancellationToken).ConfigureAwait(false);
        if (hangsUp)
            context.Abort();
        else
            await reply.WriteAsync(context.Response, cancellationToken).ConfigureAwait(false);
        request.Duration = options.TimeProvider.GetElapsedTime(arrival);
    }

    private (Exchange? Exchange, ExchangeResponse Reply, SimulatedResponse? Order) Decide(ReceivedRequest request)
    {
        var (path, alias) = _aliases.Resolve(request.Path);
        var route = Find(request, path);
        if (route.Operation is not { } operation)
            return Ordered(null, Missed(request, route), forced.Take(null, request));
        (request.Spec, request.OperationId) = (operation.Spec, operation.Id);
        var isLenient = provider.IsLenient(operation);
        var credentials = _authenticator.Check(operation, request, isLenient);
        request.AuthenticationError = credentials.Error;
        (var body, request.Violations) = RequestValidator.Check(operation, request, route.Path, _authenticator, provider);
        request.MatchesSpec = request.Violations.Count == 0;
        var exchange = new Exchange(operation, request, route.Path, body, isLenient);
        var order = forced.Take(operation, request) ?? PreferHeader.Read(request);
        if (order is { StatusCode: not null } or { HangUp: true })
            return Ordered(exchange, new ExchangeResponse(200), order);
        var usual = Usual(exchange, credentials);
        alias?.Convert?.Invoke(usual);
        return Ordered(exchange, usual, order);
    }

    /// <summary>The response of the API.</summary>
    private ExchangeResponse Usual(Exchange exchange, AuthenticationCheck credentials)
    {
        var request = exchange.Request;
        var reply = request.AuthenticationError is not null ? exchange.Unauthorized(credentials)
            : options.EnforcesRateLimits && provider.Limit?.Invoke(request) is { } limit ? TooMany(exchange, limit)
            : request.Violations.Count > 0 ? exchange.Refuse(request.Violations)
            : FromState(exchange) ?? exchange.Success();
        var reasons = request.Violations.Select(violation => violation.ToString()).Prepend(request.AuthenticationError).OfType<string>().ToList();
        if (reasons.Count > 0)
            reply.Headers["X-Simulator-Reason"] = HeaderText(string.Join("; ", reasons));
        Addresses.CompleteLinks(reply.Json, exchange.Host);
        if (options.UsesOwnAddresses && request.OwnAddress is { } address)
            Addresses.LeadTo(address, reply.Json, Hosts);
        return reply;
    }

    private Route Find(ReceivedRequest request, string path)
    {
        var route = _routes.Find(request.Host, request.Method, path, provider.IsLenient);
        return route.Operation is null && request.Host is { } host && provider.EquivalentHosts.TryGetValue(host, out var other) && _routes.Find(other, request.Method, path, provider.IsLenient) is { Operation: not null } found
            ? found
            : route;
    }

    private static ExchangeResponse TooMany(Exchange exchange, string limit)
    {
        var reply = exchange.Error(StatusCodes.Status429TooManyRequests, limit);
        reply.Headers["Retry-After"] = "1";
        return reply;
    }

    private static ExchangeResponse Health() => new(StatusCodes.Status200OK) { ContentType = MediaTypes.Json, Json = new JsonObject { ["status"] = "ok" } };

    private static HashSet<string> HostsOf(SimulatedProvider provider) => provider.Documents.Routes.Hosts.Concat(provider.OtherHosts).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The response that the state determines; null if no state handles the operation.</summary>
    private ExchangeResponse? FromState(Exchange exchange)
    {
        lock (provider.Gate)
            return provider.States.Select(state => state.Answer(exchange)).FirstOrDefault(reply => reply is not null);
    }

    /// <summary>Applies a response that a test has set.</summary>
    private static (Exchange? Exchange, ExchangeResponse Reply, SimulatedResponse? Order) Ordered(Exchange? exchange, ExchangeResponse usual, SimulatedResponse? order)
    {
        if (order is null)
            return (exchange, usual, null);
        var reply = order.StatusCode is not { } status ? usual : exchange?.Error(status, example: order.Example) ?? new ExchangeResponse(status);
        if (order.Body is { } body)
            (reply.Content, reply.ContentType) = (Encoding.UTF8.GetBytes(body), order.ContentType);
        foreach (var (name, value) in order.Headers)
            reply.Headers[name] = value;
        return (exchange, reply, order);
    }

    private ExchangeResponse Missed(ReceivedRequest request, Route route)
    {
        var where = $"{request.Host}{request.Path}";
        if (route.Allowed.Count == 0)
            return DocumentedReply.Problem(StatusCodes.Status404NotFound, "Not Found", $"No document contains the path {where}.{(provider.Documents.NearestTo(request.Path) is { } near ? $" The nearest operation is {near}." : null)}");
        var reply = DocumentedReply.Problem(
            StatusCodes.Status405MethodNotAllowed, "Method Not Allowed", $"{where} supports {string.Join(", ", route.Allowed)}, not {request.Method}.");
        reply.Headers["Allow"] = string.Join(", ", route.Allowed);
        return reply;
    }

    private static string HeaderText(string text) =>
        string.Concat(text.Take(1000).Select(character => char.IsAscii(character) && !char.IsControl(character) ? character : '?'));
}
