using Newtonsoft.Json.Linq;
using Vonage.Generator.Specs;

namespace Vonage.Generator.Emission;

/// <summary>
/// What matters in an operation's documents stands in one of their fields, as the spec's <c>x-envelope</c> says: a method takes and gives
/// that field's value, beside the one for the whole documents.
/// </summary>
internal sealed class EnvelopeView
{
    private readonly OperationModel _operation;
    private readonly string? _bodyProperty;
    private readonly string? _replyProperty;

    private EnvelopeView(OperationModel operation, ApiModel api, CSharpTypes types, string field)
    {
        _operation = operation;
        (_bodyProperty, var bodyType) = Find(api.Spec, types, operation.BodyType, field, isReply: false);
        (_replyProperty, var replyType) = Find(api.Spec, types, operation.ReplyType, field, isReply: true);
        if (_bodyProperty is null && _replyProperty is null)
            throw new SpecException($"{operation.OperationId}: x-envelope names '{field}', which neither its request nor its reply has.", operation.Json["x-envelope"]);
        if (operation.Paging is not null)
            throw new SpecException($"{operation.OperationId}: x-envelope does not go with pages.", operation.Json["x-envelope"]);
        BodyType = bodyType ?? operation.BodyType;
        ReturnType = replyType is null ? operation.ReturnType : $"Task<{replyType}{(operation.IsReplyOptional ? "?" : "")}>";
    }

    public string? BodyType { get; }

    public string ReturnType { get; }

    /// <summary>The method's body after its declaration.</summary>
    public string Implementation => _replyProperty is null ? Call : $"(await {Call}.ConfigureAwait(false)){(_operation.IsReplyOptional ? "?" : "")}.{_replyProperty}";

    public string Modifier => _replyProperty is null ? string.Empty : "async ";

    private string Call => $"{_operation.DocumentName}({string.Join(", ", Arguments())})";

    public static EnvelopeView? Of(OperationModel operation, ApiModel api, CSharpTypes types, JObject json) =>
        (string?)json["x-envelope"] is { } field ? new EnvelopeView(operation, api, types, field) : null;

    private static (string? Property, string? Type) Find(Spec spec, CSharpTypes types, string? document, string field, bool isReply)
    {
        if (document is null || spec.Schemas[document]?["properties"]?[field] is not JObject property)
            return default;
        var type = types.Of(property);
        return (Names.Property(field, property, document), isReply ? types.Output(type) : type.Name);
    }

    private IEnumerable<string> Arguments()
    {
        foreach (var input in _operation.Positional)
            yield return $"{input.Name}: {input.Name}";
        if (_operation.BodyType is { } document)
        {
            var content = OperationModel.BodyNameOf(BodyType!);
            yield return $"{OperationModel.BodyNameOf(document)}: " + (_bodyProperty is null ? content : $"new {document} {{ {_bodyProperty} = {content} ?? throw new ArgumentNullException(nameof({content})) }}");
        }
        if (_operation.Options is not null)
            yield return "options: options";
        yield return "requestOptions: requestOptions";
        yield return "cancellationToken: cancellationToken";
    }
}
