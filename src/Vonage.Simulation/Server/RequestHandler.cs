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
            if (_guard.Refuse(context.Request, IsForBrowsers) is { } reason)
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

    // The page, and a login that leads the browser on.
    private bool IsForBrowsers(HttpContext context)
    {
        var (host, path) = RequestReader.Address(context, Hosts);
        return path == "/" || Find(host, HttpMethods.Get, path).Operations is [{ Operation.Success.Status: >= 300 and < 400 }, ..];
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
        var route = Find(request.Host, request.Method, path);
        if (route.Operations.Count == 0)
            return Ordered(null, Missed(request, route), forced.Take(null, request));
        Exchange? first = null;
        ExchangeResponse? missed = null;
        SimulatedResponse? order = null;
        foreach (var candidate in Candidates(route, request))
        {
            var exchange = Read(request, candidate, out var credentials);
            order ??= forced.Take(candidate.Operation, request) ?? PreferHeader.Read(request);
            if (order is { StatusCode: not null } or { HangUp: true })
                return Ordered(exchange, new ExchangeResponse(200), order);
            var usual = Usual(exchange, credentials);
            alias?.Convert?.Invoke(usual);
            if (usual.Status != StatusCodes.Status404NotFound)
                return Ordered(exchange, usual, order);
            (first, missed) = (first ?? exchange, missed ?? usual);
        }
        Assign(request, first!.Operation, first.Path);
        return Ordered(first, missed!, order);
    }

    /// <summary>
    /// The operations that a request can be for. If several documents have its path, such as that of tokens or files, these are the ones that it fits, with its
    /// credentials; it is for the first of them that finds what it is about.
    /// </summary>
    private IReadOnlyList<RoutedOperation> Candidates(Route route, ReceivedRequest request)
    {
        if (route.Operations.Count == 1)
            return route.Operations;
        var fitting = route.Operations.Where(each => RequestValidator.Check(each.Operation, request, each.Path, _authenticator, provider).Violations.Count == 0).ToList();
        var allowed = fitting.Where(each => _authenticator.Check(each.Operation, request, provider.IsLenient(each.Operation)).Error is null).ToList();
        return allowed.Count > 0 ? allowed : [fitting.FirstOrDefault() ?? route.Operations[0]];
    }

    private Exchange Read(ReceivedRequest request, RoutedOperation candidate, out AuthenticationCheck credentials)
    {
        var (operation, path) = candidate;
        Assign(request, operation, path);
        var isLenient = provider.IsLenient(operation);
        credentials = _authenticator.Check(operation, request, isLenient);
        (var body, request.Violations) = RequestValidator.Check(operation, request, path, _authenticator, provider);
        // Credentials in a body that cannot be read are there, and not seen.
        var unread = isLenient && !credentials.IsPresent ? request.Violations.FirstOrDefault(violation => violation.Field is "body" or "Content-Type") : null;
        request.AuthenticationError = credentials.Error is { } error && unread is not null ? $"{error} The body was not read: {unread}." : credentials.Error;
        request.MatchesSpec = request.Violations.Count == 0;
        return new Exchange(operation, request, path, body, isLenient);
    }

    private static void Assign(ReceivedRequest request, SpecOperation operation, IReadOnlyDictionary<string, string> path) =>
        (request.Spec, request.OperationId, request.PathValues) = (operation.Spec, operation.Id, path);

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

    private Route Find(string? host, string method, string path)
    {
        var route = _routes.Find(host, method, path, provider.IsLenient);
        return route.Operations.Count == 0 && host is not null && provider.EquivalentHosts.TryGetValue(host, out var other) && _routes.Find(other, method, path, provider.IsLenient) is { Operations.Count: > 0 } found
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
        var reply = order.StatusCode is not { } status ? usual : exchange?.Ordered(status, order.Example) ?? new ExchangeResponse(status);
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
