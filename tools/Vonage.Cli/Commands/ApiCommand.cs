using Vonage.Core.Pipeline;

namespace Vonage.Cli;

/// <summary>An operation as a command.</summary>
// Data instead of code for each operation: the request is built here and sent on the SDK's send path, and a body becomes the package's own
// model first. So its rules are the SDK's, its errors name the field by its name on the wire, and the option follows from that name.
internal sealed class ApiCommand(string name, ApiOperation operation)
{
    public string Name => name;

    public ApiOperation Operation => operation;

    /// <summary>Shorter names.</summary>
    public string[] Aliases { get; init; } = [];

    public string Summary { get; init; } = string.Empty;

    public string? Remarks { get; init; }

    public bool IsDeprecated { get; init; }

    public Field[] Parameters { get; init; } = [];

    public RequestBody? Body { get; init; }

    /// <summary>The media types of the reply, if it is not JSON.</summary>
    public string? Accept { get; init; }

    /// <summary>The reply is a file.</summary>
    public bool IsDownload { get; init; }

    /// <summary>A success has no body.</summary>
    public bool HasNoReply { get; init; }

    /// <summary>A success may have no body.</summary>
    public bool IsReplyOptional { get; init; }

    /// <summary>The model of the reply, which knows whether a success reports a failure; <see langword="null"/> if there is none.</summary>
    public Type? Reply { get; init; }

    /// <summary>How the pages of a list follow each other.</summary>
    public PagingRule? Paging { get; init; }

    /// <summary>The field of the reply that contains a list which is not paged.</summary>
    public string? Items { get; init; }

    /// <summary>The fields of an item that are columns of a table.</summary>
    public string[] Columns { get; init; } = [];

    /// <summary>The field of the reply that says how far something is.</summary>
    public string? State { get; init; }

    /// <summary>The parameters that a user gives: the others are written by the command itself.</summary>
    public IEnumerable<Field> Inputs => Parameters.Where(parameter => parameter.Constant is null && parameter.Path != Paging?.Position);

    public IEnumerable<Field> Fields => Inputs.Concat(Body?.Inputs ?? []).Concat(LoginCode.FieldsOf(Body?.Model));
}

/// <summary>How the pages of a list follow each other.</summary>
/// <param name="Style"><c>page</c>, <c>offset</c> or <c>cursor</c>.</param>
/// <param name="Position">The parameter with the position of a page.</param>
/// <param name="Items">The field with the items.</param>
internal sealed record PagingRule(string Style, string Position, string Items)
{
    public string? Next { get; init; }

    public string? TotalPages { get; init; }

    public string? TotalItems { get; init; }

    /// <summary>The parameter with the number of items on a page.</summary>
    public string? Size { get; init; }

    public int? First { get; init; }
}
