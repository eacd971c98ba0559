using System.Text;
using System.Text.Json.Nodes;
using Flowroute.Testing;
using Vonage.Simulation.Specs;
using Vonage.Testing;
using Vonage.Testing.Tests.Support;

namespace Vonage.Simulation.Tests.Support;

/// <summary>A request made of nothing but the examples in an operation's document.</summary>
internal sealed record SpecRequest(SpecOperation Operation, string Path, string Name, SpecMedia? Media, JsonNode? Body)
{
    /// <summary>One for each example of the body.</summary>
    public static IEnumerable<SpecRequest> Of(SpecPath path, SpecOperation operation)
    {
        var contents = operation.RequestBody["content"].Members.Select(media => new SpecMedia(media.Key, media.Value)).ToList();
        if (contents.Count == 0)
            yield return new(operation, path.Template.Text, "", null, null);
        foreach (var media in contents)
        {
            foreach (var (name, example) in media.Examples)
                yield return new(operation, path.Template.Text, name, media, example.ToJson());
        }
    }

    /// <summary>The request without credentials.</summary>
    public HttpRequestMessage Make(ApiSimulator simulator) => Make(simulator, Body, query: null);

    /// <summary>The request with credentials of the first kind that the operation takes.</summary>
    public HttpRequestMessage MakeAuthenticated(ApiSimulator simulator)
    {
        var (key, secret) = Keys(simulator);
        var secrets = new Dictionary<string, string> { ["api_key"] = key, ["api_secret"] = secret };
        var scheme = Operation.Security.SelectMany(way => way).Select(scheme => scheme["scheme"].Text ?? scheme["x-authentication"].Text).FirstOrDefault();
        var message = scheme switch
        {
            "key-in-query" => Make(simulator, Body, secrets),
            "key-in-body" => Make(simulator, With(secrets), query: null),
            _ => Make(simulator),
        };
        message.Headers.Authorization = scheme switch
        {
            "bearer" => new("Bearer", Token.For((VonageSimulator)simulator)),
            "access-token" => new("Bearer", AccessToken.For((VonageSimulator)simulator, Operation)),
            "basic" => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{key}:{secret}"))),
            _ => null,
        };
        return message;
    }

    public override string ToString() => Name.Length == 0 ? Operation.FullName : $"{Operation}, {Name}";

    private HttpRequestMessage Make(ApiSimulator simulator, JsonNode? body, Dictionary<string, string>? query)
    {
        var path = Path;
        var parameters = (query ?? []).Select(parameter => $"{parameter.Key}={parameter.Value}").ToList();
        var headers = new Dictionary<string, string>();
        foreach (var parameter in Operation.Parameters)
        {
            var value = Uri.EscapeDataString(parameter is { IsJson: false, Example: System.Text.Json.Nodes.JsonArray items } ? string.Join(',', items) : parameter.Example?.ToString() ?? "1");
            if (parameter.In == "path")
                path = path.Replace($"{{{parameter.Name}}}", parameter.Name == "api_key" ? Keys(simulator).Key : value, StringComparison.Ordinal);
            else if (parameter.In == "query")
                parameters.Add($"{parameter.Name}={value}");
            else
                headers[parameter.Name] = value;
        }
        var uri = new Uri($"{simulator.Hosts[Operation.Hosts[0]]}{path}?{string.Join('&', parameters)}");
        var message = new HttpRequestMessage(new HttpMethod(Operation.Method), uri) { Content = Content(body) };
        foreach (var (name, value) in headers)
            message.Headers.TryAddWithoutValidation(name, value);
        return message;
    }

    private static (string Key, string Secret) Keys(ApiSimulator simulator) => simulator switch
    {
        VonageSimulator vonage => (vonage.ApiKey, vonage.ApiSecret),
        FlowrouteSimulator flowroute => (flowroute.AccessKey, flowroute.SecretKey),
        _ => throw new ArgumentException("The keys of this simulator are not known.", nameof(simulator)),
    };

    private JsonObject With(IEnumerable<KeyValuePair<string, string>> members)
    {
        var body = (JsonObject?)Body?.DeepClone() ?? [];
        foreach (var (name, value) in members)
            body[name] = value;
        return body;
    }

    private HttpContent? Content(JsonNode? body) => Media switch
    {
        null => null,
        { IsJson: true } => new StringContent(body!.ToJsonString(), Encoding.UTF8, Media.Type),
        { Type: MediaTypes.Form } => new FormUrlEncodedContent(Fields(body!)),
        { Type: MediaTypes.Multipart } => Fields(body!).Aggregate(new MultipartFormDataContent(), (form, field) =>
        {
            form.Add(new StringContent(field.Value), field.Key);
            return form;
        }),
        _ => new StringContent(body!.ToString(), Encoding.UTF8, Media.Type),
    };

    private static IEnumerable<KeyValuePair<string, string>> Fields(JsonNode body) =>
        from field in body.AsObject()
        from value in field.Value is JsonArray items ? items.AsEnumerable() : [field.Value]
        select KeyValuePair.Create(field.Key, value!.ToString());
}
