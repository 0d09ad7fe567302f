using System.Globalization;
using Utcp.Generators.CSharp.Methods;
using Utcp.Generators.CSharp.Types;
using Utcp.Manuals.Model;

namespace Utcp.Generators.Emit;

/// <summary>The tables of errors that the operations of one class share. Real APIs have a thousand operations and ten tables.</summary>
internal sealed class ErrorTables(TypeNames names)
{
    /// <summary>The nested class that holds the tables.</summary>
    public const string ClassName = "ErrorTables";

    private readonly SharedTables _tables = new(ClassName, 80, "Errors");

    /// <summary>The expression of a method's table, or null when it has no typed error.</summary>
    public string? Of(MethodModel method)
    {
        var errors = Essential(method.Errors);
        if (errors.Count == 0)
        {
            return null;
        }

        return _tables.Of(string.Join("_", errors.Select(Word)), "[" + string.Join(", ", errors.Select(Row)) + "]");
    }

    /// <summary>Writes the tables that were asked for.</summary>
    public void Emit(SourceFile file) => _tables.Emit(file, names.Of(FrameworkTypes.HttpError) + "[]");

    /// <summary>The errors that change what is thrown: no row that a later one says too, no untyped row at the end.</summary>
    private static List<ErrorModel> Essential(IReadOnlyList<ErrorModel> errors)
    {
        var essential = errors.ToList();
        for (var i = essential.Count - 1; i >= 0; i--)
        {
            var next = essential.Skip(i + 1).FirstOrDefault(later => later.Status.From <= essential[i].Status.From && later.Status.To >= essential[i].Status.To);
            if (next is null ? essential[i].Type is null : next.Type == essential[i].Type && next.MediaType == essential[i].MediaType)
            {
                essential.RemoveAt(i);
            }
        }

        return essential;
    }

    private string Row(ErrorModel error)
    {
        var type = error.Type is null ? names.Of(FrameworkTypes.HttpError) : names.Of(FrameworkTypes.HttpError, names.Of(error.Type), names.Codec(error.Type));
        return "new " + type + "(" + Statuses(error.Status) + ")" + (error.MediaType is null ? "" : " { MediaType = " + CSharpText.Literal(error.MediaType) + " }");
    }

    private static string Statuses(StatusRange status) => status.IsAny ? "" : status.From == status.To ? Number(status.From) : Number(status.From) + ", " + Number(status.To);

    private static string Word(ErrorModel error) => (error.Type is null ? "Plain" : TypeWord(error.Type)) + (error.Status.IsAny ? "" : error.Status.ToString());

    private static string TypeWord(CSharpType type) => type switch
    {
        NullableType nullable => TypeWord(nullable.Inner),
        GeneratedType generated => generated.Identity.Name,
        ListType list => TypeWord(list.Item) + "List",
        MapType map => TypeWord(map.Value) + "Map",
        SimpleType simple => simple.Kind.ToString(),
        _ => "Value",
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
