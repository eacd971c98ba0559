using System.Text.Json.Nodes;

namespace Vonage.Simulation.Specs;

/// <summary>An operation of a document.</summary>
internal sealed class SpecOperation
{
    private readonly SpecDocument _document;
    private readonly SpecNode _node;

    public SpecOperation(SpecDocument document, string path, SpecNode pathItem, string method)
    {
        (_document, _node) = (document, pathItem[method]);
        Method = method.ToUpperInvariant();
        Id = _node["operationId"].Text ?? $"{method} {path}";
        Hosts = HostsOf(new[] { _node["servers"], pathItem["servers"], document.Servers }.FirstOrDefault(servers => servers.Items.Any()));
        Parameters = [.. _node["parameters"].Items.Concat(pathItem["parameters"].Items)
            .Select(parameter => new SpecParameter(parameter)).DistinctBy(parameter => (parameter.In, parameter.Name))];
        Responses = [.. _node["responses"].Members.Select(response => new SpecResponse(response.Key, response.Value))];
    }

    /// <summary>The name of the document: <c>voice</c>.</summary>
    public string Spec => _document.Name;

    /// <summary>The operation ID: <c>createCall</c>.</summary>
    public string Id { get; }

    /// <summary>The unique full name: <c>voice.createCall</c>.</summary>
    public string FullName => $"{Spec}.{Id}";

    public string Method { get; }

    /// <summary>The hosts of the operation, including those of regions.</summary>
    public IReadOnlyList<string> Hosts { get; }

    public IReadOnlyList<SpecParameter> Parameters { get; }

    public SpecNode RequestBody => _node["requestBody"];

    public IReadOnlyList<SpecResponse> Responses { get; }

    /// <summary>The documented success response; for what a browser opens, the redirect that leads it on.</summary>
    public SpecResponse Success => Responses.FirstOrDefault(response => response.Status is >= 200 and < 300) ?? Response(302) ?? SpecResponse.Empty;

    /// <summary>The authentication alternatives, each a list of schemes that are required together. Empty if the operation requires no authentication.</summary>
    public IReadOnlyList<IReadOnlyList<SpecNode>> Security =>
        [.. _node["security"].Items.Select(way => way.Members.Select(scheme => _document.SecurityScheme(scheme.Key)).ToList())];

    public SpecResponse? Response(int status) => Responses.FirstOrDefault(response => response.Status == status);

    /// <summary>Gets the documented body of a webhook of the operation, by its name in the document.</summary>
    public JsonNode? CallbackExample(string name)
    {
        var body = _node["callbacks"][name].Members.FirstOrDefault().Value["post"]["requestBody"]["content"];
        return body.Members.Select(media => new SpecMedia(media.Key, media.Value)).FirstOrDefault()?.Example();
    }

    public override string ToString() => FullName;

    public static IReadOnlyList<string> HostsOf(SpecNode servers) =>
        [.. servers.Items.Select(server => server["url"].Text).OfType<string>().Select(url => new Uri(url).Authority).Distinct()];
}
