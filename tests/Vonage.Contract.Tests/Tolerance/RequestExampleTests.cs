using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Vonage.Core.Pipeline;
using Vonage.Core.Serialization;

namespace Vonage.Contract.Tests.Tolerance;

/// <summary>No rule of our own refuses what a document itself shows.</summary>
public class RequestExampleTests
{
    // A JSON reader takes attributes where a request is never read: only generated code writes it.
    private static readonly JsonSerializer Reader = JsonSerializer.Create(new JsonSerializerSettings
    {
        DateParseHandling = DateParseHandling.None,
        FloatParseHandling = FloatParseHandling.Decimal,
        Culture = CultureInfo.InvariantCulture,
        Converters = { new UtcDateTimeConverter() },
    });

    private static IEnumerable<TestCaseData> Examples()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Find(), "specs"), "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var spec = SpecExamples.Load(file);
            foreach (var body in spec.SelectTokens("$.paths.*.*.requestBody").Select(body => SpecExamples.Resolve(spec, body)))
            {
                foreach (var media in (body["content"] as JObject ?? []).Properties().Select(media => media.Value))
                {
                    if ((string?)media["schema"]?["$ref"] is not { } reference || TypeOf(file, reference.Split('/')[^1]) is not { } type)
                        continue;
                    foreach (var (name, example) in Of(spec, media))
                        yield return new TestCaseData(type, example.ToString(Formatting.None)).SetArgDisplayNames(type.Name, name);
                }
            }
        }
    }

    [TestCaseSource(nameof(Examples))]
    public void Passes_our_own_checks(Type type, string example)
    {
        using var json = new JsonTextReader(new StringReader(example)) { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal };
        var request = (IValidatable)Reader.Deserialize(json, type)!;
        Assert.That(request.Validate, Throws.Nothing);
    }

    private static IEnumerable<(string Name, JToken Value)> Of(JObject spec, JToken media)
    {
        if (media["example"] is { } only)
            yield return ("", only);
        foreach (var example in (media["examples"] as JObject ?? []).Properties())
            if (SpecExamples.Resolve(spec, example.Value)["value"] is { } value)
                yield return (example.Name, value);
    }

    private static Type? TypeOf(string file, string schema)
    {
        var package = file.Contains("flowroute", StringComparison.Ordinal) ? "Flowroute" : "Vonage";
        var api = string.Concat(Path.GetFileNameWithoutExtension(file).Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        api = api switch { "Alerts" => "ShortCodes", "VerifyV2" => "VerifyV2", _ => api };
        return AllModels.All.FirstOrDefault(type => type.Name == schema && type.Namespace!.StartsWith($"{package}.{api}", StringComparison.OrdinalIgnoreCase) && typeof(IValidatable).IsAssignableFrom(type));
    }
}
