namespace Vonage.Generator.Emission;

/// <summary>Where a method of a client can be called from.</summary>
internal enum MethodAccess
{
    /// <summary>Everywhere.</summary>
    Interface,

    /// <summary>Through the class, but not through its interface: what a user needs only when nothing else helps.</summary>
    Class,

    /// <summary>From hand-written parts of the class.</summary>
    Private,

    /// <summary>From nowhere: there is no method.</summary>
    None,
}

/// <summary>A method of a client, as the templates see it.</summary>
/// <param name="Operation">The operation that it calls.</param>
/// <param name="Name">Its name.</param>
/// <param name="ReturnType">What it returns.</param>
/// <param name="Access">Where it can be called from.</param>
/// <param name="BodyType">The type of the body that it takes; null where it takes none.</param>
/// <param name="More">A sentence to add to its summary.</param>
internal sealed record MethodView(OperationModel Operation, string Name, string ReturnType, MethodAccess Access, string? BodyType, string? More)
{
    public string Signature => string.Join(", ", Operation.SignatureParts(BodyType));

    public string Modifiers => Access == MethodAccess.Private ? "private" : "public virtual";

    /// <summary>The comment of the method on the class.</summary>
    public string ClassDoc => Access switch
    {
        MethodAccess.Interface => "/// <inheritdoc/>",
        MethodAccess.Class => Doc,
        _ => string.Empty,
    };

    public string? Obsolete => Access == MethodAccess.Private ? null : Operation.Obsolete;

    public string Doc => string.Join("\n", Parts());

    private bool IsPaged => Operation.Paging is not null;

    private IEnumerable<string> Parts()
    {
        yield return Emission.Doc.Of(Operation.SummaryText, Operation.OperationId + ".", More, Operation.DescriptionText);
        foreach (var input in Operation.Positional)
            yield return input.Doc;
        if (BodyType is not null)
            yield return Emission.Doc.Parameter(OperationModel.BodyNameOf(BodyType), Operation.BodyDescription, "The request body.");
        if (Operation.IsDownload)
            yield return Emission.Doc.Parameter("destination", "The stream that the file is written to as it arrives. It stays open.", string.Empty);
        if (Operation.Options is not null)
            yield return Emission.Doc.Parameter("options", "Optional parameters.", string.Empty);
        else if (Operation.IsDownload)
            yield return Emission.Doc.Parameter("progress", "Receives the number of bytes written so far, after each chunk.", string.Empty);
        yield return Emission.Doc.Parameter("requestOptions", $"Per-request options{(IsPaged ? ", applied to the request for each page" : string.Empty)}: timeout, headers, host and credentials.", string.Empty);
        yield return Emission.Doc.Parameter("cancellationToken", IsPaged ? "Cancels each enumeration." : "Cancels the request.", string.Empty);
        if (IsPaged)
            yield return Emission.Doc.Returns("The items of all pages. Pages are requested during enumeration, when they are needed.", string.Empty);
        else if (ReturnType != "Task")
            yield return Emission.Doc.Returns(Operation.ReplyDescription, string.Empty);
        var thrown = IsPaged ? "Thrown during enumeration: the" : "The";
        yield return Emission.Doc.Exception("InvalidRequestException", "The request violates a rule of the API. Nothing was sent.");
        foreach (var (type, reason) in Operation.Exceptions)
            yield return Emission.Doc.Exception(type, reason);
        yield return Emission.Doc.Exception(Operation.ErrorType, $"{thrown} API returned an error, or a response that cannot be used.");
        yield return Emission.Doc.Exception("ApiConnectionException", $"{thrown} API could not be reached, or the connection broke.");
        yield return Emission.Doc.Exception("ApiTimeoutException", $"{thrown} API did not respond in time.");
        if (Operation.Example is not null && Access == MethodAccess.Interface)
            yield return Operation.Example;
    }
}
