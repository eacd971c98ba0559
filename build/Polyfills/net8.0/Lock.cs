namespace System.Threading;

/// <summary>What the <c>lock</c> statement enters and leaves. .NET has it since version 9.</summary>
[Microsoft.CodeAnalysis.Embedded]
internal sealed class Lock
{
    private readonly object _gate = new();

    public Scope EnterScope()
    {
        Monitor.Enter(_gate);
        return new Scope(_gate);
    }

    public readonly ref struct Scope(object gate)
    {
        public void Dispose() => Monitor.Exit(gate);
    }
}
