using Newtonsoft.Json.Linq;
using Vonage.Generator.Emission;

namespace Vonage.Generator.Specs;

/// <summary>
/// Gives every named schema a name that its class can have: <c>My.Company-Thing</c> → MyCompanyThing. Names that mean something else in
/// generated code get an ending. What a discriminator says on the wire stays the document's own name.
/// </summary>
internal static class SchemaNames
{
    /// <summary>The mark of a schema whose name in the document is another.</summary>
    public const string Original = "x-original-name";

    private const string Ending = "Model";

    // What generated files refer to by these names: of .NET, of JSON libraries and of Core.
    private static readonly HashSet<string> Reserved =
    [
        "Action", "ArgumentNullException", "Attribute", "CancellationToken", "Collection", "Converter", "DateTimeOffset", "Decimal", "Dictionary", "EditorBrowsable", "EditorBrowsableState",
        "Enumerable", "Environment", "Exception", "Flag", "Func", "Guid", "IDictionary", "IEnumerable", "IList", "IProgress", "IReadOnlyDictionary", "IReadOnlyList", "Int32", "List",
        "Json", "Math", "Nullable", "Number", "Object", "Obsolete", "ObsoleteAttribute", "Progress", "Random", "String", "System", "Task", "Text", "Threading", "TimeProvider", "TimeSpan", "Type", "TypeConverter", "Uri",
        "Void", "Newtonsoft", "JArray", "JObject", "JToken", "JValue", "JsonConstructor", "JsonConverter", "JsonIgnore", "JsonProperty", "JsonReader", "JsonSubtypes", "JsonSubTypes", "JsonWriter",
        "NullValueHandling", "TextJson", "ApiAuthentication", "ApiChoice", "ApiClient", "ApiClientOptions", "ApiConnectionException", "ApiCredentials", "ApiException", "ApiModel",
        "ApiOperation", "ApiRequest", "ApiResponse", "ApiServer", "Check", "DateFormatConverter", "DayConverter", "DecimalTextConverter", "DurationConverter", "ExtensibleEnumConverter",
        "ExtensibleEnumTextJsonConverter", "ExtensibleEnumTypeConverter", "FileContent", "FileParameter", "FileResponse", "FormWriter", "IExtensibleEnum", "IFormContent", "IJsonReadable",
        "IJsonScalar", "IJsonWritable", "IMultipartContent", "IResponseCheck", "IValidatable", "IntegerTextConverter", "InvalidRequestException", "JsonModelType", "JsonRead", "JsonWrite",
        "InvalidCredentialsException", "Linq", "MissingCredentialsException", "ModelTextJsonConverter", "MultipartWriter", "NoCredentials", "OperationEffect", "Page", "PagedList", "Paging", "RequestOptions", "SchemeCredentials", "TextOrNumberConverter", "WireFormat",
    ];

    public static void Rewrite(Spec spec, Target target)
    {
        var own = spec.Schemas.Properties().Where(s => !spec.SharedSchemas.Contains(s.Name)).ToList();
        HashSet<string> reserved = [.. Reserved, target.Provider, .. target.Package.Split('.'), .. target.Types];
        reserved.ExceptWith(["Common", target.Api]);
        var taken = own.Select(s => s.Name).Where(name => IsGood(name, reserved)).Concat(spec.SharedSchemas).Concat(reserved).ToHashSet(StringComparer.Ordinal);
        var renamed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var schema in own.Where(s => !IsGood(s.Name, reserved)))
        {
            var name = Names.Pascal(schema.Name);
            renamed[schema.Name] = Unique.Name(reserved.Contains(name) ? name + Ending : name, taken);
            schema.Value[Original] = schema.Name;
        }
        if (renamed.Count == 0)
            return;
        foreach (var schema in own.Where(s => renamed.ContainsKey(s.Name)))
            schema.Replace(new JProperty(renamed[schema.Name], schema.Value));
        foreach (var reference in spec.Links())
            reference.Value = Renamed((string)reference.Value!);
        foreach (var discriminator in spec.Root.Descendants().OfType<JProperty>().Where(p => p is { Name: "discriminator", Value: JObject }))
            foreach (var mapped in (discriminator.Value["mapping"] as JObject ?? []).PropertyValues().OfType<JValue>())
                mapped.Value = Renamed((string)mapped.Value!);

        string Renamed(string reference)
        {
            var start = reference.LastIndexOf('/') + 1;
            var isSchema = start == 0 || reference[..start].EndsWith("/schemas/", StringComparison.Ordinal);
            return isSchema && renamed.TryGetValue(reference[start..], out var name) ? reference[..start] + name : reference;
        }
    }

    /// <summary>Whether a name means something in generated code already.</summary>
    public static bool IsReserved(string name) => Reserved.Contains(name);

    /// <summary>A name that means nothing else in generated code.</summary>
    public static string Free(string name) => IsReserved(name) ? name + Ending : name;

    private static bool IsGood(string name, HashSet<string> reserved) => Names.Pascal(name) == name && !reserved.Contains(name);
}
