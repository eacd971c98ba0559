using Vonage.Core;
using Vonage.Core.Pipeline;

namespace Vonage.Cli;

/// <summary>Builds the request of a command from the texts on its command line.</summary>
/// <param name="command">The command.</param>
/// <param name="input">What the command line says.</param>
/// <param name="texts">Makes values of texts.</param>
/// <param name="isDryRun">The request is printed instead of being sent.</param>
internal sealed class RequestBuilder(ApiCommand command, CommandInput input, FieldText texts, bool isDryRun) : IDisposable
{
    private readonly BodyBuilder? _body = command.Body is null ? null : new(command, command.Body, input, texts);

    /// <summary>The path of the last request.</summary>
    public string Path { get; private set; } = string.Empty;

    /// <summary>Creates the request.</summary>
    /// <param name="credentials">The credentials, from which some values come.</param>
    /// <param name="position">The position of a page; <see langword="null"/> for the first or only one.</param>
    public ApiRequest Create(ApiCredentials credentials, string? position = null)
    {
        Path = PathOf(credentials);
        var request = new ApiRequest(command.Operation, Path, isDryRun ? WithoutFetching(credentials) : null);
        if (command.Accept is { } accept)
            request.Accept = accept;
        foreach (var parameter in command.Parameters.Where(parameter => parameter.In != "path"))
            if (parameter.Path == command.Paging?.Position)
                request.Query(parameter.Path, position);
            else
                Add(request, parameter);
        _body?.AddTo(request);
        return request;
    }

    /// <summary>Names the option for a field that the SDK refuses.</summary>
    public string Explain(InvalidRequestException error)
    {
        if (command.Fields.FirstOrDefault(field => field.Wire == error.Field) is { } exact)
            return $"--{input.NameOf(exact)} {error.Rule}";

        // What an option contains, or what contains what an option sets.
        var near = command.Fields.FirstOrDefault(field => error.Field.StartsWith(field.Wire + ".", StringComparison.Ordinal) || error.Field.StartsWith(field.Wire + "[", StringComparison.Ordinal))
            ?? command.Fields.FirstOrDefault(field => field.Wire.StartsWith(error.Field + ".", StringComparison.Ordinal));
        return near is null ? $"{error.Field} {error.Rule}" : $"--{input.NameOf(near)}: {error.Field} {error.Rule}";
    }

    /// <summary>Closes the files that were uploaded.</summary>
    public void Dispose() => _body?.Dispose();

    // A dry run sends nothing: neither the request, nor those for its access token before it.
    private RequestOptions? WithoutFetching(ApiCredentials credentials) =>
        SchemeSelector.Select(command.Operation, null, credentials, null) is TokenAuthentication ? new() { Headers = { ["Authorization"] = "Bearer " + Secrets.Mask } } : null;

    private string PathOf(ApiCredentials credentials)
    {
        var path = command.Operation.PathTemplate;
        foreach (var parameter in command.Parameters.Where(parameter => parameter.In == "path"))
            path = path.Replace($"{{{parameter.Path}}}", WireFormat.Segment(parameter.Path, ValueOf(parameter, credentials)), StringComparison.Ordinal);
        return path;
    }

    private string? ValueOf(Field parameter, ApiCredentials credentials)
    {
        if (parameter.Constant is { } constant)
            return constant;
        if (input.Texts(parameter) is { Count: > 0 } values)
            return string.Join(',', values.Select(text => FieldText.ToText(parameter, text)));
        return (parameter.From, credentials) switch
        {
            ("account", VonageCredentials { ApiKey: { } key }) => key,
            ("application", VonageCredentials { ApplicationId: { } id }) => id,
            (null, _) => throw input.Missing(parameter),
            _ => throw new UsageException($"--{input.NameOf(parameter)} is required: the credentials do not contain it."),
        };
    }

    private void Add(ApiRequest request, Field parameter)
    {
        var values = parameter.Constant is { } constant ? [constant] : input.Texts(parameter);
        if (values.Count == 0 && parameter.IsRequired)
            throw input.Missing(parameter);
        if (values.Count == 0)
            return;
        switch (parameter)
        {
            case { Style: "json" }:
                request.Query(parameter.Path, WireFormat.JsonText(texts.ToJson(parameter, values[0])));
                break;
            case { Style: "deepObject" } or { Kind: ValueKind.Json }:
                request.QueryObject(parameter.Path, texts.Read(parameter, values[0]), parameter.Style ?? "form");
                break;
            case { IsList: true }:
                AddList(request, parameter, [.. FieldText.Split(parameter, values).Select(text => FieldText.ToText(parameter, text))]);
                break;
            case { In: "header" }:
                request.Header(parameter.Path, FieldText.ToText(parameter, values[0]));
                break;
            case { In: "cookie" }:
                request.Cookie(parameter.Path, FieldText.ToText(parameter, values[0]));
                break;
            default:
                request.Query(parameter.Path, FieldText.ToText(parameter, values[0]));
                break;
        }
    }

    private static void AddList(ApiRequest request, Field parameter, IReadOnlyList<string> values)
    {
        if (parameter.Style is null)
            request.Query(parameter.Path, values, explode: true);
        else
            request.Query(parameter.Path, values, parameter.Style switch { "pipeDelimited" => "|", "spaceDelimited" => " ", _ => "," });
    }
}
