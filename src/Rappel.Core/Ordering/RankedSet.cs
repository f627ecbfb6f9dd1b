using System.Diagnostics.CodeAnalysis;

namespace Rappel.Core.Ordering;

/// <summary>
/// An ordered set that also knows how many stand before an item. Add, remove, first and rank cost O(log n) expected;
/// <see cref="SortedSet{T}"/> would count by walking, which a position spoken to every waiting caller cannot afford.
/// A treap whose priorities come from a counter, so that a replay builds the same tree. Its nodes lie in pages, 24 bytes each: with a
/// million of them, an object for each would cost more than twice that and give the collector a million more to walk.
/// </summary>
[SuppressMessage("Naming", "CA1710", Justification = "It is a set; the suffix Collection says less.")]
public sealed class RankedSet<T>(IComparer<T> order) : IEnumerable<T>
    where T : class
{
    /// <summary>No node. Its count is 0, and nothing is ever written to it.</summary>
    private const int None = 0;

    private readonly NodePages<T> nodes = new();
    private int root;
    private ulong counter;

    public int Count => nodes[root].Count;

    /// <summary>The first in order; null when empty.</summary>
    public T? First
    {
        get
        {
            var node = root;
            while (nodes[node].Left != None)
            {
                node = nodes[node].Left;
            }

            return nodes[node].Item;
        }
    }

    /// <summary>False when an equal item is there already.</summary>
    public bool Add(T item)
    {
        var before = Count;
        root = Insert(root, item);
        return Count > before;
    }

    /// <summary>False when no equal item is there.</summary>
    public bool Remove(T item)
    {
        var before = Count;
        root = Delete(root, item);
        if (root == None)
        {
            nodes.Clear();
        }

        return Count < before;
    }

    /// <summary>How many items stand before this one, which need not be in the set itself.</summary>
    public int CountBefore(T item)
    {
        var before = 0;
        var node = root;
        while (node != None)
        {
            ref var at = ref nodes[node];
            if (order.Compare(at.Item!, item) < 0)
            {
                before += nodes[at.Left].Count + 1;
                node = at.Right;
            }
            else
            {
                node = at.Left;
            }
        }

        return before;
    }

    /// <summary>In order. The set must not change meanwhile.</summary>
    public IEnumerator<T> GetEnumerator()
    {
        var path = new Stack<int>();
        for (var node = root; node != None || path.Count > 0; node = nodes[node].Right)
        {
            for (; node != None; node = nodes[node].Left)
            {
                path.Push(node);
            }

            node = path.Pop();
            yield return nodes[node].Item!;
        }
    }

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

    private int Counted(int node)
    {
        ref var at = ref nodes[node];
        at.Count = nodes[at.Left].Count + nodes[at.Right].Count + 1;
        return node;
    }

    private int Insert(int node, T item)
    {
        if (node == None)
        {
            return nodes.Take(item, NextPriority());
        }

        var side = order.Compare(item, nodes[node].Item!);
        if (side == 0)
        {
            return node;
        }

        // No reference to a node is kept over the call: taking a node may move the first page.
        if (side < 0)
        {
            var left = Insert(nodes[node].Left, item);
            nodes[node].Left = left;
            return nodes[left].Priority > nodes[node].Priority ? RotateRight(node) : Counted(node);
        }

        var right = Insert(nodes[node].Right, item);
        nodes[node].Right = right;
        return nodes[right].Priority > nodes[node].Priority ? RotateLeft(node) : Counted(node);
    }

    private int Delete(int node, T item)
    {
        if (node == None)
        {
            return None;
        }

        ref var at = ref nodes[node];
        var side = order.Compare(item, at.Item!);
        if (side == 0)
        {
            var joined = Join(at.Left, at.Right);
            nodes.GiveBack(node);
            return joined;
        }

        if (side < 0)
        {
            at.Left = Delete(at.Left, item);
        }
        else
        {
            at.Right = Delete(at.Right, item);
        }

        return Counted(node);
    }

    /// <summary>Everything of <paramref name="left"/> stands before everything of <paramref name="right"/>.</summary>
    private int Join(int left, int right)
    {
        if (left == None || right == None)
        {
            return left + right;
        }

        if (nodes[left].Priority > nodes[right].Priority)
        {
            nodes[left].Right = Join(nodes[left].Right, right);
            return Counted(left);
        }

        nodes[right].Left = Join(left, nodes[right].Left);
        return Counted(right);
    }

    private int RotateRight(int node)
    {
        var top = nodes[node].Left;
        nodes[node].Left = nodes[top].Right;
        nodes[top].Right = Counted(node);
        return Counted(top);
    }

    private int RotateLeft(int node)
    {
        var top = nodes[node].Right;
        nodes[node].Right = nodes[top].Left;
        nodes[top].Left = Counted(node);
        return Counted(top);
    }

    /// <summary>SplitMix64: spreads the counter evenly, which is all that balance needs.</summary>
    private uint NextPriority()
    {
        var z = counter += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (uint)((z ^ (z >> 31)) >> 32);
    }
}
