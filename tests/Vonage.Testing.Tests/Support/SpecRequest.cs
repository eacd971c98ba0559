using System.Text;
using System.Text.Json.Nodes;
using Vonage.Testing.Specs;

namespace Vonage.Testing.Tests.Support;

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

    public HttpRequestMessage Make(VonageSimulator simulator)
    {
        var path = Path;
        var query = new List<string>();
        foreach (var parameter in Operation.Parameters)
        {
            var value = Uri.EscapeDataString(parameter.Example?.ToString() ?? "1");
            if (parameter.In == "path")
                path = path.Replace($"{{{parameter.Name}}}", parameter.Name == "api_key" ? simulator.ApiKey : value, StringComparison.Ordinal);
            else if (parameter.In == "query")
                query.Add($"{parameter.Name}={value}");
        }
        return new HttpRequestMessage(new HttpMethod(Operation.Method), new Uri(simulator.Hosts[Operation.Hosts[0]] + path + "?" + string.Join('&', query)))
        {
            Content = Content(),
        };
    }

    public override string ToString() => Name.Length == 0 ? Operation.FullName : $"{Operation}, {Name}";

    private HttpContent? Content() => Media switch
    {
        null => null,
        { IsJson: true } => new StringContent(Body!.ToJsonString(), Encoding.UTF8, Media.Type),
        { Type: MediaTypes.Form } => new FormUrlEncodedContent(Fields()),
        { Type: MediaTypes.Multipart } => Fields().Aggregate(new MultipartFormDataContent(), (form, field) =>
        {
            form.Add(new StringContent(field.Value), field.Key);
            return form;
        }),
        _ => new StringContent(Body!.ToString(), Encoding.UTF8, Media.Type),
    };

    private IEnumerable<KeyValuePair<string, string>> Fields() =>
        from field in Body!.AsObject()
        from value in field.Value is JsonArray items ? items.AsEnumerable() : [field.Value]
        select KeyValuePair.Create(field.Key, value!.ToString());
}
