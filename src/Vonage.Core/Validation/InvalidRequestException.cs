namespace Vonage.Core;

/// <summary>A request breaks a rule of the API. Nothing was sent.</summary>
public sealed class InvalidRequestException : ArgumentException
{
    /// <summary>Creates the error.</summary>
    /// <param name="field">The field, as it is named on the wire.</param>
    /// <param name="rule">The rule and how to keep it. Never holds the field's value.</param>
    public InvalidRequestException(string field, string rule)
        : this(null, field, rule)
    {
    }

    private InvalidRequestException(string? operation, string field, string rule)
        : base($"{(operation is null ? null : operation + ": ")}{field} {rule}")
    {
        Operation = operation;
        Field = field;
        Rule = rule;
    }

    /// <summary>The operation that was about to be sent, where it is known.</summary>
    public string? Operation { get; }

    /// <inheritdoc cref="Field"/>
    public override string ParamName => Field;

    /// <summary>The path of the field in the request, by its names on the wire: <c>failover[0].image.url</c>.</summary>
    public string Field { get; }

    /// <summary>The rule that was broken, and how to keep it.</summary>
    public string Rule { get; }

    internal InvalidRequestException For(string operation) => new(operation, Field, Rule);

    internal InvalidRequestException Within(string parent) => new(Operation, Field.StartsWith('[') ? parent + Field : $"{parent}.{Field}", Rule);
}
