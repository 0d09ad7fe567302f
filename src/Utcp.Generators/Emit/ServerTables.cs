using Utcp.Generators.CSharp.Methods;
using Utcp.Generators.CSharp.Names;

namespace Utcp.Generators.Emit;

/// <summary>The variables of server URLs that the operations of one class share.</summary>
internal sealed class ServerTables(TypeNames names)
{
    /// <summary>The nested class that holds them.</summary>
    public const string ClassName = "ServerTables";

    private readonly SharedTables _tables = new(ClassName, 60, "Server");

    /// <summary>The expression of an operation's variables.</summary>
    public string Of(OperationModel operation)
    {
        var variables = operation.ServerVariables.Select(variable => "new(" + string.Join(", ", new[] { variable.Name, variable.Default }.Concat(variable.Values).Select(CSharpText.Literal)) + ")");
        return _tables.Of(string.Concat(operation.ServerVariables.Select(variable => Identifier.Pascal(variable.Name))), "[" + string.Join(", ", variables) + "]");
    }

    /// <summary>Writes the variables that were asked for.</summary>
    public void Emit(SourceFile file) => _tables.Emit(file, names.Of(FrameworkTypes.ServerVariable) + "[]");
}
