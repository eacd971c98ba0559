using System.Text;
using System.Text.RegularExpressions;
using NJsonSchema;
using NJsonSchema.CodeGeneration;
using NSwag;
using NSwag.CodeGeneration;
using NSwag.CodeGeneration.OperationNameGenerators;

namespace Vonage.Generator.Emission;

/// <summary>How names on the wire become names in C#: <c>request_id</c>, <c>dr-callback-url</c>, <c>_links</c> → RequestId, DrCallbackUrl, Links.</summary>
internal sealed class Names : IPropertyNameGenerator, IParameterNameGenerator, IEnumNameGenerator, ITypeNameGenerator, IOperationNameGenerator
{
    private static readonly HashSet<string> MembersOfEveryType = ["Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals"];

    private static readonly HashSet<string> MembersOfEveryModel =
    [
        "Validate", "ValidateMore", "AdditionalProperties", "JsonModelType", "MissingField", "Unreadable", "Requires", "ReadField", "ReadMore", "ReadScalar", "WriteFields", "WriteMore", "WriteTo",
        "Check", "JsonRead", "JsonWrite", "TimeSpan", "WireFormat",
    ];

    private static readonly HashSet<string> MembersOfEveryEnum = ["Value", "Values", "Name", "All", "Converter", "TextJsonConverter", "FromText"];

    private static readonly HashSet<string> Keywords =
    [
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal", "default",
        "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for", "foreach", "goto",
        "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out",
        "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc",
        "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort", "using",
        "virtual", "void", "volatile", "while", "await",
    ];

    /// <summary>What the APIs abbreviate beyond recognition, or capitalize unlike .NET. Enum values keep their words: they are codes of languages, too.</summary>
    private static readonly Dictionary<string, string> Words = new()
    {
        ["TimeOut"] = "Timeout",
        ["CallBack"] = "Callback",
        ["Hangup"] = "HangUp",
        ["Datetime"] = "DateTime",
        ["Callerid"] = "CallerId",
        ["Areacode"] = "AreaCode",
        ["Cnamlookup"] = "CnamLookup",
        ["Whatsapp"] = "WhatsApp",
        ["AppId"] = "ApplicationId",
        ["Mo"] = "Inbound",
        ["Dr"] = "DeliveryReceipt",
        ["Dlr"] = "DeliveryReceipt",
        ["Lg"] = "Language",
        ["Trx"] = "TransactionReference",
        ["Src"] = "Source",
        ["Ctx"] = "Context",
        ["Seq"] = "Sequence",
        ["Cnt"] = "Count",
        ["Perc"] = "Percentage",
        ["Prev"] = "Previous",
        ["Sys"] = "System",
    };

    private static readonly Regex Misspelled = new($"({string.Join('|', Words.Keys)})(?![a-z])");

    public bool SupportsMultipleClients => false;

    public static string Pascal(string wire)
    {
        var name = new StringBuilder(wire.Length);
        var shouting = !wire.Any(char.IsLower) && wire.Count(char.IsUpper) > 1;
        var start = true;
        foreach (var c in wire)
        {
            if (!char.IsLetterOrDigit(c))
            {
                start = true;
                continue;
            }
            name.Append(start ? char.ToUpperInvariant(c) : shouting ? char.ToLowerInvariant(c) : c);
            start = false;
        }
        if (name.Length == 0 || char.IsDigit(name[0]))
            name.Insert(0, '_');
        return name.ToString();
    }

    /// <summary>A name of the wire, or a path of names, as a command or an option: <c>request_id</c>, <c>messageClass</c>, <c>image.url</c> → request-id, message-class, image-url.</summary>
    public static string Kebab(string wire)
    {
        var name = new StringBuilder(wire.Length + 4);
        for (var i = 0; i < wire.Length; i++)
        {
            var startsWord = char.IsUpper(wire[i]) && i > 0 && (!char.IsUpper(wire[i - 1]) || i + 1 < wire.Length && char.IsLower(wire[i + 1]));
            if ((startsWord || !char.IsLetterOrDigit(wire[i])) && name.Length > 0 && name[^1] != '-')
                name.Append('-');
            if (char.IsLetterOrDigit(wire[i]))
                name.Append(char.ToLowerInvariant(wire[i]));
        }
        return name.ToString().TrimEnd('-');
    }

    /// <summary>Whether a word is one of the language's own.</summary>
    public static bool IsKeyword(string word) => Keywords.Contains(word);

    public static string Camel(string wire)
    {
        var pascal = Spelled(Pascal(wire));
        var name = char.ToLowerInvariant(pascal[0]) + pascal[1..];
        return Keywords.Contains(name) ? "@" + name : name;
    }

    /// <summary>Whether methods have a parameter or variable of this name besides the body.</summary>
    public static bool IsOfMethod(string name) => name is "call" or "cancellationToken" or "destination" or "options" or "path" or "position" or "progress" or "requestOptions";

    /// <summary>A parameter's name that clashes with none that every operation has, nor with a variable in it.</summary>
    public static string Parameter(string wire)
    {
        var name = Camel(wire);
        return name is "body" or "request" || IsOfMethod(name) ? name + "Value" : name;
    }

    /// <summary>The name of a parameter as a member of options, which clashes with none that every type has.</summary>
    public static string Parameters(string wire) => Pascal(wire) is var name && (MembersOfEveryType.Contains(name) || name is "Copy" or "Progress") ? name + "Value" : Pascal(wire);

    /// <summary>The name of a model's property, which clashes neither with the class nor with what every model has.</summary>
    public static string Property(string wire, Newtonsoft.Json.Linq.JObject schema, string className) => Member(Spelled(Pascal((string?)schema["x-name"] ?? wire)), className, MembersOfEveryModel);

    /// <summary>The name of an extensible enum's value, which clashes neither with the enum nor with what every enum has.</summary>
    public static string EnumValue(string value, string enumName) => Member(Pascal(value), enumName, MembersOfEveryEnum);

    private static string Member(string name, string typeName, HashSet<string> taken) =>
        name == typeName || MembersOfEveryType.Contains(name) || taken.Contains(name) ? name + "Value" : name;

    private static string Spelled(string pascal) => Misspelled.Replace(pascal, word => Words[word.Value]);

    string IPropertyNameGenerator.Generate(JsonSchemaProperty property) => Pascal(property.Name);

    string IParameterNameGenerator.Generate(OpenApiParameter parameter, IEnumerable<OpenApiParameter> allParameters) => Camel(parameter.Name);

    string IEnumNameGenerator.Generate(int index, string? name, object? value, JsonSchema schema) => Pascal(name ?? value?.ToString() ?? "Empty");

    string ITypeNameGenerator.Generate(JsonSchema schema, string? typeNameHint, IEnumerable<string> reservedTypeNames) => typeNameHint ?? "Anonymous";

    string IOperationNameGenerator.GetClientName(OpenApiDocument document, string path, string httpMethod, OpenApiOperation operation) => string.Empty;

    string IOperationNameGenerator.GetOperationName(OpenApiDocument document, string path, string httpMethod, OpenApiOperation operation) => Pascal(operation.OperationId);
}
